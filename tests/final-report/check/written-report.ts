import { readReport } from '@/lib/final-report/check/file/reading/model'
import type { CheckedReport, Rule } from '@/lib/final-report/check/model'
import { sentenceKey } from '@/lib/final-report/check/rules/model'
import { type Locale, words } from '@/lib/platform/words'

type Block = { type: string } & Record<string, unknown>
export type Written = {
  id: string
  kind?: 'chapter' | 'question' | 'toimintamalli' | 'attachment'
  heading?: string
  parent?: string
  shows?: string
  blocks?: (Block | string)[]
}

/** A report as it stands in a file; a text alone is a paragraph. */
export function written(sections: readonly Written[], facts: object = {}, language: Locale = 'fi'): CheckedReport {
  const read = readReport(
    {
      report: { language },
      sections: sections.map(
        ({ id, kind = 'chapter', heading = `Luku ${id}`, parent = null, shows = null, blocks = [] }) => ({
          id,
          number: /^\d/.test(id) ? id : null,
          heading,
          kind,
          parent,
          shows,
          blocks: blocks.map((block) => (typeof block === 'string' ? { type: 'paragraph', text: block } : block)),
        }),
      ),
    },
    facts,
  )
  if (!read.ok) throw new Error(read.problems.join('\n'))
  return read.report
}

/** What a rule finds, as "place variant: values"; its sentence must be made without a gap in every language. */
export function told(rule: Rule, report: CheckedReport): string[] {
  return rule.check(report).map((finding) => {
    for (const locale of ['fi', 'sv', 'en'] as const) {
      const sentence = words(locale)(sentenceKey(finding), { ...finding.params })
      if (/[{}]|reportCheck/.test(sentence)) throw new Error(sentence)
    }
    return `${finding.place.sectionId} ${finding.variant ?? 'found'}: ${finding.values.join(' | ')}`
  })
}

export const figure = (label: string, caption: string, more: object = {}): Block => ({
  type: 'figure',
  label,
  caption,
  alt: `Mitä kuvassa ${label} näkyy`,
  ...more,
})
export const table = (label: string, caption: string): Block => ({
  type: 'table',
  label,
  caption,
  columns: ['a'],
  rows: [['1']],
})
