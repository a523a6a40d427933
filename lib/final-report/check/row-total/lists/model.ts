import type { CheckedReport, CheckedSection, Finding } from '@/lib/final-report/check/model'
import { type ReadNumber, readNumbers } from '@/lib/final-report/check/numbers/model'
import { itemsAsSaid } from '@/lib/final-report/check/row-total/items/model'
import { sumOf, totalFinding } from '@/lib/final-report/check/row-total/sums/model'
import { placeIn, type TextLine, textLines } from '@/lib/final-report/check/sections/model'
import { stemOf } from '@/lib/final-report/check/words/model'
import { formatNumber } from '@/lib/values/format'

const itemTotal = /^(?:yhteensä|kaikkiaan|summa|sammanlagt|totalt|in total|total)(?!\p{L})/iu
const totalAfter =
  /^(?:yhteensä|kokonais(?:hinta|summa|kustannu|arvo|määrä)\p{L}*|totalpris\p{L}*|totalsumma\p{L}*|sammanlagt|totalt|the total)/iu

/** Lists against the total told in their last item or after them, and against how many items they are said to have. */
export function listTotals(section: CheckedSection, report: CheckedReport): Finding[] {
  const blocks = [...Map.groupBy(textLines(section, report), ({ block }) => block).values()]
  const order = section.blocks.filter(({ type }) => type !== 'links')
  return blocks.flatMap((items, index) => {
    const first = items[0]
    if (first?.block.form !== 'list') return []
    const beside = (lines: readonly TextLine[] | undefined, step: number) => {
      const line = lines?.[0]
      const adjoining = line && order.indexOf(line.block) === order.indexOf(first.block) + step
      return adjoining && line.block.form === 'paragraph' ? line : null
    }
    const [before, after] = [beside(blocks[index - 1], -1), beside(blocks[index + 1], 1)]
    return [
      ...inLastItem(items, section, report),
      ...(after ? inParagraphAfter(items, after, section, report) : []),
      ...(before ? itemsAsSaid(items, before, section, report) : []),
    ]
  })
}

function counted(line: TextLine, report: CheckedReport): ReadNumber[] {
  return readNumbers(line.text, report.language).filter(({ form, isSize }) => form !== 'year' && !isSize)
}

/** "yhteensä 945 henkilötyöpäivää, 779 625 euroa" under its parts, unit by unit. */
function inLastItem(items: readonly TextLine[], section: CheckedSection, report: CheckedReport): Finding[] {
  const last = items.at(-1)
  if (!last || items.length < 3 || !itemTotal.test(last.text.trim())) return []
  return counted(last, report).flatMap((total) => unequal(total, items.slice(0, -1), last, section, report))
}

/** "Kokonaishinta on 87 552 euroa" right after the list. */
function inParagraphAfter(
  items: readonly TextLine[],
  after: TextLine,
  section: CheckedSection,
  report: CheckedReport,
): Finding[] {
  const sentence = after.sentences[0]
  const [total, more] = counted(after, report).filter(({ at }) => at.to <= (sentence?.to ?? 0))
  if (!total || more || total.unit === null || items.length < 2 || !totalAfter.test(after.text)) return []
  return unequal(total, items, after, section, report)
}

/** Where a part is a range, either end of it may have been added. */
function unequal(
  total: ReadNumber,
  items: readonly TextLine[],
  line: TextLine,
  section: CheckedSection,
  report: CheckedReport,
): Finding[] {
  const parts = items.map((item) => alike(total, counted(item, report)))
  const known = parts.filter((part) => part !== null)
  if (total.unit === '%' || known.length < parts.length) return []
  const high = known.map((part) =>
    part.form === 'fraction' ? part : { ...part, number: part.numberTo ?? part.number, numberTo: null },
  )
  const low = known.map((part) => (part.form === 'fraction' ? part : { ...part, numberTo: null }))
  const sums = [sumOf(high, total), sumOf(low, total)]
  const [first] = sums
  if (!first || sums.some((sum) => sum === null || sum.matches)) return []
  const label = high.map(({ number }) => formatNumber(number, report.language)).join(' + ')
  return [totalFinding(placeIn(section, line, total.from, total.to), 'text', total.asWritten, first.sum, label, report)]
}

/** The one number of an item that counts the same thing. */
function alike(total: ReadNumber, reads: readonly ReadNumber[]): ReadNumber | null {
  const same = reads.filter(
    ({ unit, noun }) => unit === total.unit && (unit !== null || stemOf(noun ?? '') === stemOf(total.noun ?? '')),
  )
  return same.length === 1 ? (same[0] ?? null) : null
}
