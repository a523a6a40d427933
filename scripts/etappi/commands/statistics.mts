import { systemViewer } from '@/lib/access/viewer'
import { settings } from '@/lib/platform/env'
import { setCounty } from '@/lib/statistics/county/commands'
import { type Choices, choicesKey, type StatisticsService, statisticsServices } from '@/lib/statistics/model'
import { keepSeries, refreshCatalogues, refreshFollowed } from '@/lib/statistics/refreshing/commands'
import { searchStatistics } from '@/lib/statistics/search/queries'
import { listSeries } from '@/lib/statistics/state/queries'
import { columns, command, done, type Outcome, optional, refused, required } from '../command.mts'

const operator = () => systemViewer('operator')
const off = (): Outcome | null =>
  settings().statistics.on.length === 0
    ? refused('OFF', 'No statistics service is on. Set STATISTICS, for instance to sotkanet.')
    : null
const notAllowed = () => refused('NOT_ALLOWED', 'The operator may not do this.')

export const statisticsCatalogue = command({
  name: 'statistics catalogue',
  summary: 'retrieves what the services of official statistics offer, and the areas; at most once a day',
  options: {},
  async run() {
    const isOff = off()
    if (isOff) return isOff
    const outcome = await refreshCatalogues(operator())
    if (!outcome.ok) return notAllowed()
    const lines = outcome.value.map(({ service, entries, problem }) =>
      problem === null ? `${service}: ${entries} series` : `${service}: not retrieved, ${problem}`,
    )
    const failed = outcome.value.filter(({ problem }) => problem !== null)
    if (failed.length > 0) return refused('NOT_RETRIEVED', lines.join('\n'), { data: outcome.value })
    return done(outcome.value, lines.length > 0 ? lines : ['The services that are on have no catalogue.'])
  },
})

export const searchStatisticsCommand = command({
  name: 'statistics search',
  summary: 'searches the catalogues by title in Finnish, Swedish or English, or by number',
  options: {
    text: required('<words>', 'every word must be found'),
    service: optional('<service>', `one of ${statisticsServices.join(', ')}; all when left out`),
  },
  async run({ text, service }) {
    const asked = service === undefined ? undefined : serviceNamed(service)
    if (asked === null) return noService(service)
    const { found, total } = await searchStatistics(operator(), { text, ...(asked ? { service: asked } : {}) })
    const rows = found.map((one) => [one.service, one.code, [one.titleFi, one.choices].filter(Boolean).join(' · ')])
    return done({ total, found }, [...columns(rows), `${total} found`])
  },
})

export const addStatistics = command({
  name: 'statistics add',
  summary: 'adds a table or cube with choices of its own, so that it can be followed beside an indicator',
  options: {
    service: required('<service>', statisticsServices.join(', ')),
    code: required('<code>', '1234, subject/cube, or StatFin/vaerak/11ra.px'),
    choices: optional('<choices>', 'dimension=value&dimension=value, by code or name'),
  },
  async run({ service, code, choices }) {
    const asked = serviceNamed(service)
    if (!asked) return noService(service)
    const chosen: Choices = Object.fromEntries(new URLSearchParams(choices ?? ''))
    const series = await keepSeries(operator(), { service: asked, code, choices: chosen })
    if (!series) return refused('NOT_FOUND', `The catalogue of ${service} does not have ${code}.`)
    return done({ ...series, service, code, choices: chosen }, [
      `${series.id} ${service} ${code} ${choicesKey(chosen)}`,
    ])
  },
})

export const refreshStatistics = command({
  name: 'statistics refresh',
  summary: 'retrieves the figures of followed series; each at most once a day, whatever comes of it',
  options: { series: optional('<id>', 'only this one, followed or not') },
  async run({ series }) {
    const isOff = off()
    if (isOff) return isOff
    const outcome = await refreshFollowed(operator(), series === undefined ? {} : { id: series })
    if (!outcome.ok) return notAllowed()
    const rows = outcome.value.map((one) => [
      one.service,
      one.code,
      one.state,
      one.problem ?? `${one.figures} figures`,
      one.title,
    ])
    const failed = outcome.value.filter(({ problem }) => problem !== null).length
    const lines = [...columns(rows), `${rows.length - failed} refreshed, ${failed} not`]
    if (failed > 0)
      return refused('NOT_RETRIEVED', lines.at(-1) ?? '', { data: outcome.value, lines: lines.slice(0, -1) })
    return done(outcome.value, lines)
  },
})

export const statisticsSeries = command({
  name: 'statistics series',
  summary: 'lists the series that there are, with their state and when they were retrieved',
  options: {},
  async run() {
    const series = await listSeries(operator())
    const rows = series.map((one) => [
      one.id,
      one.service,
      [one.code, one.choices].filter(Boolean).join(' '),
      one.state,
      one.retrievedAt?.toISOString() ?? '-',
      `${one.indicators} indicators`,
      one.titleFi,
    ])
    return done(series, rows.length > 0 ? columns(rows) : ['There are none.'])
  },
})

export const statisticsCounty = command({
  name: 'statistics county',
  summary: 'says which county of the statistics an organisation is, where their names differ',
  options: {
    organisation: required('<key>', 'the organisation, for instance kainuu'),
    code: optional('<code>', 'code of the county in Sotkanet, with its leading zero; by the name when left out'),
  },
  async run({ organisation, code }) {
    const set = await setCounty(operator(), { organisation, code: code ?? null })
    if (set.ok) return done({ organisation, code: code ?? null }, [`${set.value.name}: ${code ?? 'by the name'}`])
    if (set.reason === 'NOT_ALLOWED') return notAllowed()
    const what =
      set.reason === 'NOT_FOUND' ? `organisation ${organisation}` : `county ${code} among the areas retrieved`
    return refused(set.reason, `There is no ${what}.`)
  },
})

const serviceNamed = (name: string): StatisticsService | null => statisticsServices.find((one) => one === name) ?? null
const noService = (name: string | undefined) =>
  refused('NO_SERVICE', `There is no service ${name}: ${statisticsServices.join(', ')}.`)
