// Projects that come from elsewhere without lights, published and taken to everything that is made of a publication: no unit
// with a report is said to have none, and none is given a light.
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PortfolioLights } from '@/components/projects/portfolio-lights'
import { RoundFilters } from '@/components/rounds/round-filters'
import { RoundTable } from '@/components/rounds/round-table'
import { UnitHeading } from '@/components/steering/unit/unit-heading'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { disconnect } from '@/lib/platform/db'
import { words } from '@/lib/platform/words'
import { idHere } from '@/lib/project-packages/identity/model'
import { findProject } from '@/lib/projects/queries'
import { readFilter } from '@/lib/rounds/filters/model'
import { publishPeriod } from '@/lib/rounds/publishing/commands'
import { findRound } from '@/lib/rounds/queries'
import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import { figureAddress } from '@/lib/steering/figures/addresses'
import { listPortfolio } from '@/lib/steering/portfolio/queries'
import { type Odd, oddPackage } from '@/tests/project-packages/odd'
import { operator, takeIn } from '@/tests/project-packages/places'
import { makePersonIn, makeRound } from '@/tests/support/builders/round'
import { keyFor, rowsFrom } from '../reporting-api/asking'
import { deckMedium, type Medium, pagesMedium, pdfMedium, squeezed } from './review/media'
import { type Publication, pagesOf, publicationOf } from './review/publication'

const t = words('fi')
const lights = ['Suunnitelman mukaan', 'Poikkeamia', 'Vaarassa']
const programme = {
  key: 'p',
  name: 'P',
  shortName: 'P',
  funder: 'F',
  statementFi: 'a',
  statementSv: 'b',
  statementEn: 'c',
}

/** Which units have reported in the first period, told by the package itself. */
function reportedIn({ rows }: Odd): Map<string, boolean> {
  const period = rows.get('periods')?.[0]?.id
  const approved = (rows.get('statusReports') ?? []).filter((one) => one.period === period && one.state === 'approved')
  const told = new Set(approved.filter(({ scope }) => scope !== 'not_reported').map(({ unit }) => unit))
  return new Map((rows.get('workPackages') ?? []).map(({ id }) => [String(id), told.has(id)]))
}

const usesNone = ({ json }: Odd) =>
  JSON.stringify((json.project as { settings?: object }).settings) === '{"lights":false}'

type Taken = {
  name: string
  usesLights: boolean
  key: string
  periodKey: string
  projectId: string
  /** Unit's id here → what must be said of it */
  truth: Map<string, string>
  round: string
  publication: Publication
  media: Medium[]
}

let admin: Viewer
const taken: Taken[] = []

/** The same project as one that uses no lights, and as one that does but has told none. */
async function takeThrough(odd: Odd, usesLights: boolean): Promise<Taken> {
  const { settings: _, ...project } = odd.json.project as Record<string, unknown>
  const key = `outo-${odd.seed}${usesLights ? '-valoin' : ''}`
  const json = usesLights ? { ...odd.json, project: { ...project, key } } : odd.json
  await takeIn(JSON.stringify(json))
  const found = await findProject(operator, key)
  if (!found) throw new Error(`${key} was not taken in`)
  const periodKey = String(odd.rows.get('periods')?.[0]?.key)
  const reported = usesLights ? 'Raportoitu, ei valoa' : 'Raportoitu'
  const truth = new Map(
    [...reportedIn(odd)].map(([unit, told]) => [
      idHere({ key, keepsIds: false, known: new Map() }, 'workPackages', unit),
      told ? reported : 'Ei raporttia',
    ]),
  )
  const round = await roundPage(found.id, key, periodKey)
  const done = await publishPeriod(operator, { projectId: found.id, periodKey, note: 'Koe' })
  if (!done.ok) throw new Error(done.reason)
  const publication = await publicationOf(operator, periodKey, 'fi', key)
  const pages = pagesMedium('pages', publication.pages + headings(publication))
  const media = [pages, deckMedium(publication.deck), await pdfMedium(publication.pdf)]
  return { name: key, usesLights, key, periodKey, projectId: found.id, truth, round, publication, media }
}

async function roundPage(projectId: string, project: string, periodKey: string): Promise<string> {
  const round = await findRound(operator, projectId, periodKey)
  if (!round) throw new Error('no round')
  return renderToStaticMarkup([
    createElement(RoundFilters, { key: 'filters', t, project, round, filter: readFilter({}) }),
    createElement(RoundTable, { key: 'table', t, project, round, rows: round.rows }),
  ])
}

const headings = ({ body, published }: Pick<Publication, 'body' | 'published'>): string =>
  body.units
    .map((unit) =>
      createElement(UnitHeading, { t, home: '/', body, unit, version: null, shown: published, versions: [published] }),
    )
    .map((element) => renderToStaticMarkup(element))
    .join('')

/** What a medium says of a unit that is not so, or does not say at all. */
function lies({ name, links }: Medium, code: string, truth: ReadonlyMap<string, string>): string[] {
  return [...truth].flatMap(([id, word]) => {
    const said = (links.get(figureAddress(code, { kind: 'light', id })) ?? []).map((one) => one.replace(/[●▲◆■○]/g, ''))
    if (said.length === 0) return [`${name}: ${id} is not told of`]
    return said.filter((one) => one !== squeezed(word)).map((one) => `${name}: ${id}: ${one}, not ${word}`)
  })
}

const wordsOfLights = ({ name, text }: Pick<Medium, 'name' | 'text'>): string[] =>
  lights.filter((word) => text.includes(squeezed(word))).map((word) => `${name}: ${word}`)

beforeAll(async () => {
  const round = await makeRound()
  admin = await makePersonIn(round, 'admin')
  const organisation = await asViewer(operator, (tx) =>
    tx.organisation.findUniqueOrThrow({ where: { id: round.organisationId }, select: { key: true, name: true } }),
  )
  // Projects without lights of which some units have reported and some have not.
  const fit = Array.from({ length: 80 }, (_, index) => oddPackage(index + 1, organisation, programme)).filter((odd) => {
    const told = [...reportedIn(odd).values()]
    return usesNone(odd) && told.includes(true) && told.includes(false)
  })
  for (const odd of fit.slice(0, 3))
    for (const usesLights of [false, true]) taken.push(await takeThrough(odd, usesLights))
  return disconnect
}, 240_000)

afterAll(() => {
  const units = taken.flatMap(({ truth }) => [...truth.values()])
  const reported = units.filter((word) => word !== 'Ei raporttia').length
  console.log(
    `${taken.length} projects, ${units.length} units: ${reported} reported without a light, ${units.length - reported} not`,
  )
})

const each = (look: (one: Taken) => void | Promise<void>) => async () => {
  expect(taken).toHaveLength(6)
  for (const one of taken) await look(one)
}

describe('imported projects without lights', { timeout: 120_000 }, () => {
  it(
    'say on the board, unit pages, slides and in the PDF of each unit whether it has reported',
    each(({ media, publication, truth }) => {
      for (const medium of media) expect(lies(medium, publication.published.code, truth)).toEqual([])
    }),
  )

  it(
    'have no word of a light anywhere where none are used, and count them together to the units where they are',
    each(({ name, usesLights, media, truth, publication }) => {
      if (!usesLights) for (const medium of media) expect(wordsOfLights(medium), name).toEqual([])
      const { glance } = JSON.parse(publication.review) as { glance: { light?: string; value: { text: string } }[] }
      const counted = glance.filter(({ light }) => light)
      expect(counted.reduce((sum, { value }) => sum + Number(value.text), 0)).toBe(truth.size)
      expect(counted.map(({ light }) => light)).toEqual(
        usesLights ? ['green', 'yellow', 'red', 'reported', 'none'] : ['reported', 'none'],
      )
    }),
  )

  it(
    'stand so in the round before it is published',
    each(({ usesLights, round, truth }) => {
      const said = pagesMedium('round', round)
      expect(round.includes('name="light"')).toBe(usesLights)
      expect(said.text.includes(squeezed('Tilanne'))).toBe(usesLights)
      if (!usesLights) expect(wordsOfLights(said)).toEqual([])
      const cells = round.slice(round.indexOf('<tbody'))
      const reported = [...truth.values()].filter((word) => word !== 'Ei raporttia').length
      expect(cells.split('Raportoitu, ei valoa').length - 1).toBe(usesLights ? reported : 0)
    }),
  )

  it('are counted so in the portfolio', async () => {
    const rows = await listPortfolio(operator)
    await each(({ key, usesLights, truth }) => {
      const row = rows.find(({ projectKey }) => projectKey === key)
      if (!row) throw new Error(`${key} is not in the portfolio`)
      const said = renderToStaticMarkup(createElement(PortfolioLights, { t, row })).replace(/<[^>]*>/g, '|')
      for (const word of new Set(truth.values())) {
        const count = [...truth.values()].filter((one) => one === word).length
        expect(said).toContain(`|${count} ${word}|`)
      }
      for (const light of lights) expect(said.includes(light)).toBe(usesLights)
      if (usesLights) for (const light of lights) expect(said).toContain(`|0 ${light}|`)
    })()
  })

  it('are told so to programs', async () => {
    const { secret } = await keyFor(admin)
    await each(async ({ key, usesLights, truth, periodKey }) => {
      const rows = await rowsFrom('unit_lights', secret, { project: key, period: periodKey })
      expect(rows.map(({ unit_id: id }) => id).sort()).toEqual([...truth.keys()].sort())
      for (const row of rows) {
        const reported = truth.get(String(row.unit_id)) !== 'Ei raporttia'
        expect(row).toMatchObject({ reported, light: reported ? 'reported' : 'none' })
      }
      expect(await rowsFrom('projects', secret, { project: key })).toMatchObject([{ uses_lights: usesLights }])
    })()
  })

  it('would be told apart: a report that was lost and a light that nobody gave are found', () => {
    for (const { truth, publication, usesLights } of taken) {
      const { body, published } = publication
      const pages = (planted: SnapshotBody) => pagesMedium('pages', pagesOf(planted, published.code, 'fi'))
      const reported = body.units.filter(({ report }) => report !== null)
      const [first] = reported
      const changed = (change: Partial<SnapshotBody['units'][number]>): SnapshotBody => ({
        ...body,
        project: { ...body.project, lights: true },
        units: body.units.map((unit) => (unit === first ? { ...unit, ...change } : unit)),
      })
      const wanted = usesLights ? truth : new Map([...truth].filter(([id]) => id === first?.id))
      expect(lies(pages(changed({ report: null })), published.code, wanted).join()).toContain('Eiraporttia')
      const status = { light: 'green', from: 'own', partId: null, reason: null } as const
      expect(lies(pages(changed({ status })), published.code, wanted).join()).toContain('Suunnitelmanmukaan')
      expect(wordsOfLights(pages(changed({ status })))).not.toEqual([])
    }
  })
})
