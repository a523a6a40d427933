import { type Definition, DefinitionList } from '@/components/ui/definition-list'
import { Notice } from '@/components/ui/notice'
import { Tag, type TagTone } from '@/components/ui/tag'
import type { Words } from '@/lib/platform/words'
import { citation, seriesLink } from '@/lib/statistics/citations/model'
import { problemLabels, serviceLabels, stateLabels } from '@/lib/statistics/labels'
import { type Areas, choicesKey, type FollowedSeries, readProblem, type SeriesState } from '@/lib/statistics/model'
import { figureWithTime, newestOf, variantsOf, variantText } from '@/lib/statistics/shown/model'
import { formatDate, formatDateTime } from '@/lib/values/format'

type Props = { t: Words; series: FollowedSeries; areas: Areas; isOn: boolean }

const tones: Record<SeriesState, TagTone> = { waiting: 'neutral', current: 'good', stale: 'warning', missing: 'danger' }

/** The state of a series as a word. */
export function SeriesMark({ t, series }: Pick<Props, 't' | 'series'>) {
  return <Tag tone={tones[series.state]}>{t(stateLabels[series.state])}</Tag>
}

/** The newest figures of the own county and the whole country, and where they come from. */
export function SeriesFacts({ t, series, areas, isOn }: Props) {
  const day = (value: string | null) => value && formatDate(value, t.locale)
  const moment = (value: Date | null) => value && formatDateTime(value, t.locale)
  const known = (term: string, value: string | null): Definition[] => (value ? [{ term: t(term), value }] : [])
  const name = citation(t, series, series.retrievedAt)
  return (
    <>
      <SeriesProblem t={t} series={series} isOn={isOn} />
      <DefinitionList
        items={[
          ...newest(t, series, areas),
          ...known('statistics.field.unit', series.unit),
          ...known('statistics.field.choices', choicesKey(series.choices)),
          { term: t('statistics.column.service'), value: t(serviceLabels[series.service]) },
          { term: t('statistics.field.producer'), value: series.producer ?? unknown(t('statistics.notTold')) },
          { term: t('statistics.field.licence'), value: series.licence ?? t('statistics.otherTerms') },
          ...known('statistics.field.updated', day(series.dataUpdatedOn)),
          {
            term: t('statistics.field.retrieved'),
            value: moment(series.retrievedAt) ?? unknown(t('statistics.state.waiting')),
          },
          ...(series.state === 'current' ? [] : known('statistics.field.tried', moment(series.triedAt))),
          { term: t('statistics.field.citation'), value: name },
        ]}
      />
      <p className="my-4">
        <a href={seriesLink(series)} rel="noreferrer">
          {t('statistics.toService')}
        </a>
      </p>
    </>
  )
}

const unknown = (text: string) => <span className="unknown">{text}</span>

function newest(t: Words, series: FollowedSeries, { own, country }: Areas): Definition[] {
  if (series.figures.length === 0) return []
  return [
    { area: own, term: t('statistics.field.own') },
    { area: country, term: t('statistics.field.country') },
  ].map(({ area, term }) => {
    if (!area) return { term, value: unknown(t('statistics.ownUnknown')) }
    const texts = variantsOf(series).map(({ key, of }) => {
      const text = figureWithTime(t, series, newestOf(series, area, key))
      const whose = variantText(t, of)
      return whose ? `${whose}: ${text}` : text
    })
    return { term, value: texts.join('; ') }
  })
}

/** What went wrong the last time, that a service is off, and that figures are told apart by sex. */
function SeriesProblem({ t, series, isOn }: Omit<Props, 'areas'>) {
  const problem = readProblem(series.problem)
  const sentence = problem && t(problemLabels[problem.reason])
  const told =
    sentence && problem.detail ? t('statistics.problemDetail', { sentence, detail: problem.detail }) : sentence
  const isSplit = series.choices.gender === undefined && variantsOf(series).some(({ of }) => of.gender !== undefined)
  const sentences = [
    told,
    told && series.figures.length > 0 ? t('statistics.keptOld') : null,
    isOn ? null : t('statistics.serviceOff'),
    isSplit ? t('statistics.split') : null,
  ].filter((one) => one !== null)
  if (sentences.length === 0) return null
  return (
    <Notice kind={told ? 'warning' : 'info'} word={t(told ? 'ui.notice.warning' : 'ui.notice.info')}>
      {sentences.map((one) => (
        <p key={one}>{one}</p>
      ))}
    </Notice>
  )
}
