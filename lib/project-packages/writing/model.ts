import {
  formatName,
  formatVersion,
  type PackageRow,
  type Part,
  type ProjectPackage,
} from '@/lib/project-packages/format/model'
import { heads, parts } from '@/lib/project-packages/parts/model'

/**
 * The text of a package: one row a line, parts, rows and fields in their own order, what is empty left out. The same rows
 * always give the same bytes.
 */
export function packageText({ rows }: ProjectPackage): string {
  const lines = [`  "format": ${JSON.stringify(formatName)}`, `  "version": ${formatVersion}`]
  for (const part of heads) {
    const [row] = rows.get(part.name) ?? []
    if (row) lines.push(`  ${JSON.stringify(part.name)}: ${rowText(part, row)}`)
  }
  for (const part of parts) {
    const list = rows.get(part.name) ?? []
    if (list.length === 0) continue
    const written = list.map((row) => `    ${rowText(part, row)}`)
    lines.push(`  ${JSON.stringify(part.name)}: [\n${written.join(',\n')}\n  ]`)
  }
  return `{\n${lines.join(',\n')}\n}\n`
}

function rowText(part: Part, { id, values }: PackageRow): string {
  const said = part.fields.flatMap(({ name, kind }) => {
    const value = values[name] ?? null
    const isEmpty = value === null || (kind === 'texts' && Array.isArray(value) && value.length === 0)
    return isEmpty ? [] : [[name, value] as const]
  })
  return JSON.stringify(Object.fromEntries([...(part.named ? [['id', id] as const] : []), ...said]))
}
