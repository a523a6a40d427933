import { reasonTexts } from '@/components/final-report/reason-texts'
import type { Words } from '@/lib/platform/words'

const keys = [
  'save',
  'up',
  'down',
  'remove',
  'marks',
  'newTitle',
  'newType',
  'newText',
  'newTextHelp',
  'addText',
  'tableTitle',
  'tableType',
  'investment',
  'wholeProject',
  'caption',
  'captionHelp',
  'addTable',
  'chartTitle',
  'chartIndicator',
  'addChart',
  'numberTitle',
  'numberHelp',
  'toBlock',
  'number',
  'addNumber',
  'referenceTitle',
  'reference',
  'addReference',
  'linkTitle',
  'linkText',
  'linkAddress',
  'addLink',
  'choose',
] as const

export type EditorWords = Record<(typeof keys)[number], string> & {
  summary: string
  notice: string
  reasons: Record<string, string>
  /** Catalogue key of a field's message → the message */
  errors: Record<string, string>
}

const errors = ['empty', 'mark', 'tooLong', 'caption', 'address', 'linkText', 'choose'] as const

/** The texts of the form that edits a section. */
export function editorWords(t: Words): EditorWords {
  const own = Object.fromEntries(keys.map((key) => [key, t(`finalReport.editor.${key}`)])) as Record<
    (typeof keys)[number],
    string
  >
  return {
    ...own,
    summary: t('ui.errorSummary'),
    notice: t('ui.notice.danger'),
    reasons: reasonTexts(t),
    errors: Object.fromEntries(errors.map((key) => [`finalReport.error.${key}`, t(`finalReport.error.${key}`)])),
  }
}
