import { type Captioned, captioned } from '@/lib/final-report/check/captions/model'
import type { CheckedReport, Finding, Rule } from '@/lib/final-report/check/model'
import { perSection, placeOf } from '@/lib/final-report/check/sections/model'
import { plain, wordsIn } from '@/lib/final-report/check/words/model'

/** The same picture, or the same caption, under two numbers: one figure should be referred to twice instead. */
export const duplicateFigure: Rule = {
  name: 'duplicate-figure',
  check: (report) => {
    const findings: Finding[] = []
    const seen: { one: Captioned; caption: string; bare: string }[] = []
    for (const one of captioned(report)) {
      const { caption, bare } = writtenAs(one, report)
      const image = contentOf(one)
      const before =
        seen.find((other) => image !== null && contentOf(other.one) === image) ??
        seen.find(
          (other) =>
            other.one.kind === one.kind && caption !== '' && (other.caption === caption || other.bare === bare),
        )
      if (before) findings.push(finding(one, before.one, image !== null && contentOf(before.one) === image))
      seen.push({ one, caption, bare })
    }
    return findings
  },
}

const captionsIn = perSection(
  ({ blocks }) =>
    new Map(
      blocks.flatMap((block) =>
        'caption' in block ? [[block.id, { caption: plain(block.caption), bare: bareOf(block.caption) }] as const] : [],
      ),
    ),
)

function writtenAs({ section, block }: Captioned, report: CheckedReport): { caption: string; bare: string } {
  return captionsIn(section, report).get(block.id) ?? { caption: '', bare: '' }
}

/** Words of a caption without their endings and hyphens, so that "näkymää" and "näkymä" are the same. */
function bareOf(caption: string): string {
  return wordsIn(caption)
    .flatMap(({ text }) => text.toLowerCase().split('-'))
    .map((word) => (word.length < 6 || /\d/.test(word) ? word : word.slice(0, Math.max(5, word.length - 3))))
    .join(' ')
}

function contentOf({ block }: Captioned): string | null {
  return block.type === 'figure' ? block.content : null
}

function finding(one: Captioned, before: Captioned, isImage: boolean): Finding {
  const [caption, otherCaption] = [one.block.caption, before.block.caption]
  const variant = isImage ? 'image' : plain(caption) === plain(otherCaption) ? 'caption' : 'near'
  return {
    rule: 'duplicate-figure',
    severity: variant === 'near' ? 'notice' : 'warning',
    place: placeOf(one.section, one.block.id),
    other: placeOf(before.section, before.block.id),
    values: [caption, otherCaption],
    variant,
    params: { value: one.label, other: before.label, caption, otherCaption },
  }
}
