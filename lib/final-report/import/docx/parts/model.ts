import { elementsIn, parseXml, type XmlNode } from '@/lib/final-report/import/docx/xml/model'
import { Refused } from '@/lib/platform/refused-file'
import { type Package, partText } from '@/lib/platform/zip-package'

/** Where a part leads: to another part of the package, or out of it. What lies outside is never asked for. */
type Relation = { type: string; target: string; isOutside: boolean }
export type Relations = ReadonlyMap<string, Relation>

const contentTypes = '[Content_Types].xml'
const mainType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

/**
 * The main part of a Word document that holds no programs.
 * @throws Refused MACROS, WRONG_KIND, DAMAGED, DOCTYPE
 */
export function mainPart(from: Package): string {
  const programs = from.names.find((name) => /(?:^|\/)(?:vbaProject|vbaData)[^/]*$|(?:^|\/)activeX\//i.test(name))
  if (programs !== undefined) throw new Refused('MACROS', programs)
  if (!from.has(contentTypes)) throw new Refused('WRONG_KIND')
  const types = new Map(
    elementsIn(parseXml(partText(from, contentTypes), contentTypes)).map(({ attributes }) => [
      (attributes.PartName ?? '').replace(/^\//, ''),
      attributes.ContentType ?? '',
    ]),
  )
  const withPrograms = [...types].find(([, type]) => /macroEnabled|vbaProject|activeX/i.test(type))
  if (withPrograms) throw new Refused('MACROS', withPrograms[0])
  const main = [...relationsOf(from, '').values()].find(({ type }) => type.endsWith('/officeDocument'))
  if (!main || main.isOutside || types.get(main.target) !== mainType) throw new Refused('WRONG_KIND')
  if (!from.has(main.target)) throw new Refused('DAMAGED', main.target)
  return main.target
}

/** What a part leads to, by the ids that it uses. The package's own for an empty name. */
export function relationsOf(from: Package, part: string): Relations {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`
  if (!from.has(name)) return new Map()
  return new Map(
    elementsIn(parseXml(partText(from, name), name)).map(({ attributes }) => {
      const { Id = '', Type = '', Target = '', TargetMode = '' } = attributes
      const isOutside = TargetMode.toLowerCase() === 'external'
      return [Id, { type: Type, target: isOutside ? Target : pathOf(folder, Target), isOutside }]
    }),
  )
}

/** "../media/a.png" as seen from a folder of the package. */
function pathOf(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const parts = folder.split('/').slice(0, -1)
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

/** A part that the main one leads to, read; null when there is none. */
export function partBeside(from: Package, relations: Relations, type: string): XmlNode | null {
  const found = [...relations.values()].find((one) => one.type.endsWith(`/${type}`) && !one.isOutside)
  return found && from.has(found.target) ? readPart(from, found.target) : null
}

/** @param take as in `parseXml` */
export function readPart(from: Package, name: string, take?: (node: XmlNode) => void): XmlNode {
  return parseXml(partText(from, name), name, take)
}
