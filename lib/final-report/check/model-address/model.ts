import { blockName } from '@/lib/final-report/check/captions/model'
import type { CheckedModel, CheckedReport, Finding, FindingPlace, Rule } from '@/lib/final-report/check/model'
import {
  bareName,
  type KnownModel,
  knownModels,
  modelRows,
  type NameTag,
  tagsIn,
} from '@/lib/final-report/check/models/model'
import {
  perReport,
  perSection,
  placeIn,
  placeOf,
  sectionName,
  textLines,
} from '@/lib/final-report/check/sections/model'
import { sharedStems } from '@/lib/final-report/check/words/model'

/** Addresses that lead to the same page are one: without the protocol, "www." and the slash at the end. */
function samePage(address: string): string {
  return address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
}

const modelPage = /innokyla\.fi\/(?:fi|sv|en)\/(?:toimintamalli|verksamhetsmodell|operating-model)\/[^\s)]+/i

/** `named`: the words of the link as a model's name; empty when they are only the address. */
type Given = { address: string; named: string; tags: readonly NameTag[]; place: FindingPlace; where: string }

/** Addresses of models' pages in a section, with the words of the link. */
const pagesIn = perSection((section, report): readonly Given[] => {
  const where = sectionName(section)
  const given = (text: string, address: string, place: FindingPlace): Given[] =>
    modelPage.test(address)
      ? [{ address, named: text === address ? '' : nameOf(text), tags: tagsIn(text), place, where }]
      : []
  const inLists = section.blocks.flatMap((block) =>
    block.type === 'links'
      ? block.items.flatMap(({ text, address }) => given(text, address, placeOf(section, block.id)))
      : [],
  )
  const inText = textLines(section, report).flatMap((line) => [
    ...line.line.flatMap((piece) =>
      piece.kind === 'link' ? given(piece.text, piece.address, placeIn(section, line, 0, line.text.length)) : [],
    ),
    ...[...line.typed.matchAll(new RegExp(modelPage, 'gi'))].flatMap((match) => {
      const address = match[0].replace(/[.,;:]+$/, '')
      return given(address, address, placeIn(section, line, match.index, match.index + address.length))
    }),
  ])
  return [...inLists, ...inText]
})

const nameOf = (name: string): string => bareName(name).toLowerCase()

/** Which models the data know by a page's address. */
const owners = perReport((report) => {
  const found = new Map<string, Set<string>>()
  for (const { id, addresses } of report.models) {
    for (const address of addresses.map(samePage)) found.set(address, (found.get(address) ?? new Set()).add(id))
  }
  return found
})

/** A model's page with another address in another place, and a tag in a model's name that does not fit the model. */
export const modelAddress: Rule = {
  name: 'model-address',
  check: (report) => knownModels(report).flatMap((known) => [...addresses(known, report), ...tags(known, report)]),
}

function addresses(known: KnownModel, report: CheckedReport): Finding[] {
  const { model } = known
  const given = placesOf(known, report)
  const [first] = given
  if (!first) return []
  const force = model.addresses[0]
  // What the report's own table says is compared with first; without one, the address in force.
  const fromTable = modelRows(report).some((row) => row.modelId === model.id && row.address)
  const basis = fromTable || !force ? first : { address: force, place: null, where: null }
  const different = new Map<string, Given>()
  for (const one of given) {
    const page = samePage(one.address)
    if (page !== samePage(basis.address) && !different.has(page)) different.set(page, one)
  }
  return [...different.values()].map((one) => ({
    rule: 'model-address',
    severity: 'error',
    place: one.place,
    other: basis.place,
    values: [one.address, basis.address],
    variant: basis.where === null ? 'registerAddress' : 'address',
    params: {
      model: bareName(model.name),
      place: one.where,
      value: one.address,
      other: basis.address,
      otherPlace: basis.where ?? '',
    },
  }))
}

/** Where the report gives the model's address: rows of tables, then links of its sections and links that bear its name. */
function placesOf({ model, sections }: KnownModel, report: CheckedReport): Given[] {
  const inRows = modelRows(report).flatMap(({ modelId, address, section, block }) =>
    modelId === model.id && address
      ? [{ address, named: '', tags: [], place: placeOf(section, block.id), where: blockName(section, block) }]
      : [],
  )
  const own = sections.flatMap((section) => ownPages(model, pagesIn(section, report), report))
  const name = nameOf(model.name)
  const elsewhere = report.sections.flatMap((section) =>
    sections.includes(section) ? [] : pagesIn(section, report).filter(({ named }) => named === name),
  )
  return [...inRows, ...own, ...elsewhere]
}

/**
 * The pages of a model's own section that are meant to be its own: not another model's; and beside its known page only one
 * that looks like it, for a section may well lead to other counties' models.
 */
function ownPages(model: CheckedModel, given: readonly Given[], report: CheckedReport): Given[] {
  const known = owners(report)
  const isKnown = ({ address }: Given) => known.get(samePage(address))?.has(model.id) === true
  const hasOwn = given.some(isKnown)
  return given.filter((one) => {
    if (isKnown(one)) return true
    if (model.addresses.length === 0 || known.has(samePage(one.address))) return false
    return !hasOwn || model.addresses.some((address) => alike(address, one.address))
  })
}

/** Whether two addresses share most of their words. */
function alike(one: string, other: string): boolean {
  const words = (address: string) =>
    new Set(
      samePage(address)
        .split(/[/-]/)
        .filter((word) => word.length > 2),
    )
  const [first, second] = [words(one), words(other)]
  return sharedStems(first, second) >= 0.6 * Math.max(first.size, second.size)
}

/** Tags of the model's name wherever it stands: they must name the model's investments, and be the same tag everywhere. */
function tags({ model, sections }: KnownModel, report: CheckedReport): Finding[] {
  const expected = [...model.investments].sort().join(', ')
  const seen = new Set<string>()
  return taggedPlaces({ model, sections }, report).flatMap(({ tag, place, where }): Finding[] => {
    const told = [...tag.investments].sort().join(', ')
    const isWrong = expected !== '' && told !== expected
    const [own] = tagsIn(model.titleTag ?? '')
    const differs = own !== undefined && own.pillar !== tag.pillar
    if ((!isWrong && !differs) || seen.has(`${where} ${tag.text}`)) return []
    seen.add(`${where} ${tag.text}`)
    const other = isWrong ? expected : (model.titleTag ?? '')
    return [
      {
        rule: 'model-address',
        severity: 'warning',
        place,
        other: null,
        values: [tag.text, other],
        variant: isWrong ? 'investment' : 'tag',
        params: { model: bareName(model.name), value: tag.text, other, place: where },
      },
    ]
  })
}

function taggedPlaces({ model, sections }: Pick<KnownModel, 'model' | 'sections'>, report: CheckedReport) {
  const row = modelRows(report).find(({ modelId }) => modelId === model.id)
  const [section] = sections
  // The name stands in the table of models; a model without a row is named where it is told of.
  const named = row
    ? { place: placeOf(row.section, row.block.id), where: blockName(row.section, row.block) }
    : section && { place: placeOf(section), where: sectionName(section) }
  const name = nameOf(model.name)
  const places = [
    ...(named ? [{ tags: tagsIn(model.name), ...named }] : []),
    ...sections.map((one) => ({ tags: tagsIn(one.title), place: placeOf(one), where: sectionName(one) })),
    ...report.sections.flatMap((one) => pagesIn(one, report).filter((given) => given.named === name)),
  ]
  return places.flatMap(({ tags: found, place, where }) => found.map((tag) => ({ tag, place, where })))
}
