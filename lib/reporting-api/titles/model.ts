import type { Words } from '@/lib/platform/words'
import type { CellKind } from '@/lib/reporting-api/model'

/** The heading of a column in words: the label goes by the name of the matter, its code beside it says that it is one. */
export function columnTitle(t: Words, name: string, kind: CellKind = 'text'): string {
  if (kind === 'code') return t('reportingApi.codeTitle', { name: columnTitle(t, name) })
  const plain = name.replace(/_label$/, '')
  const of = /^(.+)_missing$/.exec(plain)?.[1]
  return of === undefined
    ? t(`reportingApi.column.${plain}`)
    : t('reportingApi.missingTitle', { name: columnTitle(t, of) })
}
