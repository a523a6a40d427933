// Official statistics beside an indicator: following a series, taking a figure of it, taking that back.
import { asViewer, systemViewer } from '@/lib/access/viewer'
import { chooseFigure } from '@/lib/statistics/choices/commands'
import { follow } from '@/lib/statistics/following/commands'
import type { Recipe } from '../recipe.mts'
import { must, roundAt } from '../scene.mts'

const actions = 'app/(portal)/projects/[project]/indicators/[indicator]/statistics/actions.ts'
let made = 0

/** An indicator, and a series of one figure that can be followed beside it. */
async function withSeries() {
  made += 1
  const code = `bench-${process.pid}-${made}`
  const stage = await roundAt('opened')
  const title = `Tilasto ${code}`
  const retrievedAt = new Date()
  await asViewer(systemViewer('operator'), async (tx) => {
    const area = { category: 'MAA', code: '358' }
    await tx.statisticsRegion.createMany({
      data: [{ service: 'sotkanet', ...area, number: '658', titleFi: 'Koko maa' }],
      skipDuplicates: true,
    })
    await tx.statisticsCatalogueEntry.create({ data: { service: 'sotkanet', code, titleFi: title, retrievedAt } })
    const { id: seriesId } = await tx.statisticsSeries.create({
      data: { service: 'sotkanet', code, titleFi: title, state: 'current', retrievedAt },
    })
    const place = { seriesId, regionCategory: area.category, regionCode: area.code, timeCode: '2024' }
    await tx.statisticsValue.create({ data: { ...place, number: '35.5', retrievedAt } })
  })
  const page = `/projects/${stage.projectKey}/indicators/${stage.unit.shareId}/statistics`
  return { ...stage, code, page }
}

async function followed() {
  const stage = await withSeries()
  const indicatorId = stage.unit.shareId
  const done = await follow(stage.director, { indicatorId, service: 'sotkanet', code: stage.code, choices: {} })
  if (!done.ok) throw new Error(done.reason)
  const { seriesId } = done.value
  return { ...stage, indicatorId, seriesId, seriesPage: `${stage.page}/${seriesId}` }
}

const figure = { area: 'MAA 358', time: '2024', role: 'comparison' as const, reason: 'Vertailuun' }

export const statisticsRecipes: Recipe[] = [
  {
    of: `${actions}#begin`,
    adds: { IndicatorSeries: 1, AuditEvent: 1 },
    prepare: async () => {
      const { director, page, code } = await withSeries()
      return { form: { who: director, page: `${page}?text=${code}` } }
    },
  },
  {
    of: `${actions}#end`,
    adds: { IndicatorSeries: -1, AuditEvent: 1 },
    prepare: async () => {
      const { director, seriesPage } = await followed()
      return { form: { who: director, page: seriesPage } }
    },
  },
  {
    of: `${actions}#choose`,
    adds: { Measurement: 1, AuditEvent: 1 },
    prepare: async () => {
      const { director, seriesPage } = await followed()
      return { form: { who: director, page: seriesPage, fill: figure } }
    },
  },
  {
    of: `${actions}#withdraw`,
    adds: { Measurement: -1, AuditEvent: 1 },
    prepare: async () => {
      const { director, seriesPage, indicatorId, seriesId } = await followed()
      must(await chooseFigure(director, { indicatorId, seriesId, of: '', ...figure }))
      return { form: { who: director, page: seriesPage } }
    },
  },
]
