import type { CheckedReport, CheckedSection, Finding, FindingPlace } from '@/lib/final-report/check/model'
import { type ReadNumber, readNumbers } from '@/lib/final-report/check/numbers/model'
import { placeIn, type TextLine, textLines } from '@/lib/final-report/check/sections/model'
import { formatNumber } from '@/lib/values/format'

/** A whole number that may be the number of things listed. */
function isCount({ unit, numberTo, qualifier, form, number }: ReadNumber): boolean {
  const said = Number(number)
  if (unit !== null || numberTo !== null || qualifier !== 'exact' || (form !== 'digits' && form !== 'words'))
    return false
  return Number.isInteger(said) && said >= 2 && said < 100
}

const composite = /,|\s(?:ja|sekä|och|and)\s/

/** "Periaatteita oli kolme:", "kyselyt ovat käytössä 12 palvelupolulla:" before a list of so many items. */
export function itemsAsSaid(
  items: readonly TextLine[],
  before: TextLine,
  section: CheckedSection,
  report: CheckedReport,
): Finding[] {
  const said = readNumbers(before.text, report.language).at(-1)
  const closed = said && /^(\s\p{L}+)?\s*:\s*$/u.exec(before.text.slice(said.at.to))
  if (!closed || !isCount(said) || Number(said.number) === items.length) return []
  // Items that begin with a number count something themselves; "12 kuntaa:" may be listed several to an item.
  if (items.some(({ text }) => countsItself(text, report))) return []
  const several = ({ text }: TextLine) => text.trim().split(/\s+/).length <= 6 && composite.test(text)
  if (closed[1] !== undefined && Number(said.number) > items.length && items.some(several)) return []
  const other = { sectionId: section.id, blockId: items[0]?.block.id ?? null, at: null }
  return [finding(placeIn(section, before, said.from, said.to), other, said, items.length, report)]
}

function countsItself(text: string, report: CheckedReport): boolean {
  const [first] = readNumbers(text, report.language)
  return first?.from === 0 && first.form !== 'year'
}

const clause =
  /(?<!\p{L})(?:jo(?:ka|nka|ta|ssa|sta|hon|lla|lle|lta|tka|ita|iden|issa|ista|ihin|illa|ille)|että|kun|jos|koska|jotta|ettei|siitä|som|att|när|om|eftersom|which|that|who|because|if)(?!\p{L})/iu
const examples =
  /(?<!\p{L})(?:esimerkiksi|muun muassa|mm|kuten|ainakin|t\.ex|bl\.a|bland annat|for example|such as|e\.g)(?!\p{L})/iu

/** "Etäryhmiä on kolme: elintavat, diabetes ja perhevalmennus" in one sentence. An inner "ja" may join or divide. */
export function enumerations(section: CheckedSection, report: CheckedReport): Finding[] {
  return textLines(section, report).flatMap((line) =>
    line.sentences.flatMap(({ from, to }): Finding[] =>
      readNumbers(line.text, report.language)
        .filter((read) => from <= read.at.from && read.at.to <= to && isCount(read))
        .flatMap((said) => {
          const opened = /^(\s\p{L}+)?:\s/u.exec(line.text.slice(said.at.to, to))
          // "11 liitettä: muistioita, päätöksiä ja esitteitä" tells kinds.
          if (!opened || (opened[1] !== undefined && said.form === 'digits')) return []
          const listed = line.text.slice(said.at.to + opened[0].length, to).replace(/\s*\([^)]*\)|[.!]+$/g, '')
          const count = partsOf(listed)
          const number = Number(said.number)
          if (!count || (number >= count.least && number <= count.most)) return []
          const nearest = number < count.least ? count.least : count.most
          return [finding(placeIn(section, line, said.from, said.to), null, said, nearest, report)]
        }),
    ),
  )
}

/** How many things are enumerated, at least and at most; null when that is no plain enumeration. */
function partsOf(listed: string): { least: number; most: number } | null {
  if (clause.test(listed) || examples.test(listed) || /[:;!?]|\.(?!\d)/.test(listed)) return null
  const lastJoin = /(?:,\s|\s)(?:ja|sekä|och|samt|and)\s(?!.*(?:,\s|\s)(?:ja|sekä|och|samt|and)\s)/u
  const joined = lastJoin.exec(listed)
  // What goes on after the last "ja" says something more than the list.
  if (!joined || listed.slice(joined.index + joined[0].length).includes(',')) return null
  const commas = listed.replace(lastJoin, ', ')
  const parts = commas.split(/,\s+/)
  if (parts.length < 3 || parts.some((part) => part.trim().split(/\s+/).length > 6)) return null
  const inner = commas.match(/\s(?:ja|sekä|tai|och|samt|eller|and|or)\s/g)?.length ?? 0
  return { least: parts.length, most: parts.length + inner }
}

function finding(
  place: FindingPlace,
  other: FindingPlace | null,
  said: ReadNumber,
  count: number,
  report: CheckedReport,
): Finding {
  const shown = formatNumber(count, report.language)
  const params = { value: said.asWritten, other: shown }
  return {
    rule: 'row-total',
    severity: 'warning',
    place,
    other,
    values: [said.asWritten, shown],
    variant: 'items',
    params,
  }
}
