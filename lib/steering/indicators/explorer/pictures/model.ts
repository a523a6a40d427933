import type { Words } from '@/lib/platform/words'
import type { ProjectHeader } from '@/lib/projects/model'
import { periodText } from '@/lib/steering/figure-texts/model'
import type { KnownIndicators } from '@/lib/steering/indicators/model'
import { dateInHelsinki } from '@/lib/values/calendar'
import { plainName } from '@/lib/values/file-names'
import { formatDate } from '@/lib/values/format'

/** Kinds of pictures of a chart: a drawing, and dots for programs that show no drawings. */
export const pictureFormats = ['svg', 'png'] as const
export type PictureFormat = (typeof pictureFormats)[number]

/** Under a picture that is taken elsewhere: how it is to be read, whose it is and as of when. */
export function sourceText(
  t: Words,
  { name }: Pick<ProjectHeader, 'name'>,
  { live, publication }: Pick<KnownIndicators, 'live' | 'publication'>,
  notes: readonly string[],
  at: Date,
): string {
  const when =
    publication && !live
      ? t('explorer.source.published', { project: name, period: periodText(publication.periodKey) })
      : t('explorer.source.live', { project: name, day: formatDate(dateInHelsinki(at), t.locale) })
  return [when, ...notes].join(' ')
}

/** What a chart is called, with its number where it is one of several. */
export type NamedChart = { title: string; number: number | null }

/** Name of the file: `kkk2-mittarit-2-2025-11-21.svg`. */
export function pictureFileName(project: string, chart: NamedChart, day: string, format: PictureFormat): string {
  const parts = [plainName(project), plainName(chart.title), chart.number, day]
  return `${parts.filter((part) => part !== null && part !== '').join('-')}.${format}`
}
