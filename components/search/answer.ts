import type { SearchWords, ShownAnswer } from '@/components/search/model'
import type { Words } from '@/lib/platform/words'
import { searchKindLabels, searchStateLabels } from '@/lib/search/labels'
import type { SearchAnswer } from '@/lib/search/model'

/** What was found, in words: the page and the dialog tell the same. */
export function shownAnswer(t: Words, { state, groups }: SearchAnswer): ShownAnswer {
  const count = groups.reduce((sum, { total }) => sum + total, 0)
  return {
    state,
    told: state === 'found' ? t('search.found', { count }) : t(searchStateLabels[state]),
    advice: state === 'none' ? t('search.advice') : null,
    groups: groups.map(({ kind, total, hits }) => ({
      kind,
      label: t(searchKindLabels[kind]),
      more: total > hits.length ? t('search.more', { shown: hits.length, total }) : null,
      hits: hits.map(({ title, code, place, href }) => ({
        title: code && !title.includes(code) ? `${code} ${title}` : title,
        place,
        href,
      })),
    })),
  }
}

export function searchWords(t: Words): SearchWords {
  return {
    open: t('search.open'),
    title: t('search.title'),
    label: t('search.label'),
    help: t('search.keys'),
    all: t('search.all'),
    close: t('ui.close'),
    failed: t('search.failed'),
  }
}
