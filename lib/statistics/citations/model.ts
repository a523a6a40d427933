import type { Words } from '@/lib/platform/words'
import { type StatisticsService, type Titles, titleIn } from '@/lib/statistics/model'
import { formatDate } from '@/lib/values/format'

type Cited = Titles & { service: StatisticsService; code: string; producer: string | null }

/**
 * How a series is cited in the language of the words: the service, its keeper, the name with its number or table, and the day
 * on which it was retrieved. Sotkanet asks for "Tilasto- ja indikaattoripankki Sotkanet. THL. <indicator> (ind. N). Viitattu
 * d.m.yyyy."; of other producers' material the producer is said too.
 * @param retrieved day or moment of the retrieval; null: not retrieved yet, and nothing is said of it
 */
export function citation(t: Words, series: Cited, retrieved: string | Date | null): string {
  const name = titleIn(series, t.locale).replace(/\.$/, '')
  const told = t(citationKeys[series.service], { name, code: series.code })
  const keeper = keepers[series.service]
  const other =
    series.producer && !keeper.test(series.producer)
      ? t('statistics.cited.producer', { producer: series.producer })
      : null
  const day = retrieved === null ? null : t('statistics.cited.retrieved', { day: formatDate(retrieved, t.locale) })
  return [told, other, day].filter(Boolean).join(' ')
}

const citationKeys: Record<StatisticsService, string> = {
  sotkanet: 'statistics.cited.sotkanet',
  thl_pivot: 'statistics.cited.thlPivot',
  pxweb: 'statistics.cited.pxweb',
}

/** Who keeps each service: said by the citation already. */
const keepers: Record<StatisticsService, RegExp> = {
  sotkanet: /\bTHL\b|Terveyden ja hyvinvoinnin laitos/i,
  thl_pivot: /\bTHL\b|Terveyden ja hyvinvoinnin laitos/i,
  pxweb: /Tilastokeskus|Statistics Finland|Statistikcentralen/i,
}

/** The series as people read it at the service. */
export function seriesLink({ service, code }: Pick<Cited, 'service' | 'code'>): string {
  const parts = code.split('/').map(encodeURIComponent)
  if (service === 'sotkanet') return `https://sotkanet.fi/sotkanet/fi/metadata/indicators/${parts[0]}`
  if (service === 'thl_pivot') {
    const [subject = '', cube = '', fact = cube] = parts
    return `https://sampo.thl.fi/pivot/prod/fi/${subject}/${cube}/fact_${fact}`
  }
  const [database = '', subject = '', ...table] = parts
  return `https://pxdata.stat.fi/PxWeb/pxweb/fi/${database}/${database}__${subject}/${table.join('/')}/`
}
