import { disconnect } from '@/lib/platform/db'
import type { Odd } from '../../project-packages/odd'
import type { Person } from '../../support/who-sees-what'
import { countyScreens, faultsOf, linked, neverShown, sendsElse, sentFiles } from './allowed'
import { compile, fileKinds, type Looked, lookAtFile } from './files'
import { here } from './here'
import { taken } from './looking'
import type { Query, Tour } from './model'
import { lookerOf } from './people'
import { type Params, placeOf } from './places'
import { draw, pages, routes } from './screens'
import { type Counties, oddOf, publish, takeIn } from './taking-in'
import { Tally } from './tally'

const prefix = '/projects/[project]'
const round = `${prefix}/rounds`
const inProject = [...pages.keys()].filter((route) => route.startsWith(prefix))

const where = (odd: Odd) => `seed ${odd.seed} (${odd.shape})`

/** Takes the projects in, one after the other, and each to every screen and file. Whatever is wrong is told, none of it ends the run. */
export const tour: Tour = async ({ from, count, query }) => {
  const tally = new Tally()
  const known: Counties = new Map()
  const shapes: Record<string, number> = {}
  const began = performance.now()
  try {
    checkTables(tally)
    for (let seed = from; seed < from + count; seed += 1) {
      const odd = oddOf(seed)
      here.locale = seed % 5 === 0 ? 'sv' : seed % 5 === 1 ? 'en' : 'fi'
      try {
        await lookAtProject(odd, query, known, tally)
        shapes[odd.shape] = (shapes[odd.shape] ?? 0) + 1
      } catch (error) {
        tally.crash('the project itself', where(odd), error)
      }
      const done = seed - from + 1
      if (done % 100 === 0)
        console.log(`bench:odd ${done} projects in ${((performance.now() - began) / 1000).toFixed(0)} s`)
    }
    await lookAtCounties(known, tally)
  } finally {
    await disconnect()
  }
  if (count >= 40) checkReached(tally)
  return { made: [...tally.made], faults: [...tally.faults], totals: tally.totals, shapes }
}

async function lookAtProject(odd: Odd, query: Query, known: Counties, tally: Tally): Promise<void> {
  const open = await takeIn(odd, query, known, tally)
  // The pages of a round say other things before anything is published: every other project shows them so.
  const roundFirst = odd.seed % 2 === 0
  const look = (routesOf: readonly string[], project: Looked) => lookAtPages(routesOf, project, odd, tally)
  if (roundFirst)
    await look(
      inProject.filter((route) => route.startsWith(round)),
      open,
    )
  const project = await publish(open, odd, query, tally)
  const pagesOf = await look(
    inProject.filter((route) => !roundFirst || !route.startsWith(round)),
    project,
  )
  await lookAtFigures(pagesOf, project, odd, tally)
  await lookAtLinks(pagesOf, project, odd, tally)
  for (const kind of fileKinds) {
    try {
      tally.count(`file ${kind}`, 'shown', await lookAtFile(kind, project))
      tally.take(`file ${kind}`, where(odd), faultsOf(odd))
    } catch (error) {
      tally.crash(`file ${kind}`, where(odd), error)
    }
  }
  if (odd.seed % 33 === 1) {
    const files = Object.keys(await compile(project))
    tally.add('compiledProjects')
    tally.add('compiledFiles', files.length)
    taken()
  }
}

async function lookAtPages(names: readonly string[], project: Looked, odd: Odd, tally: Tally): Promise<string[]> {
  const drawn: string[] = []
  for (const route of names) {
    const all = project.places.get(placeOf(route.slice(prefix.length)) ?? 'nowhere') ?? []
    // Two of each kind in every third project, one in the others.
    for (const params of all.slice(0, odd.seed % 3 === 0 ? 2 : 1))
      drawn.push(await lookAt(route, route, { project: project.key, ...params }, lookerOf(route), project, odd, tally))
  }
  return drawn
}

/** The cards of the figures that the drawn pages lead to: two of each kind of row, six sums. */
async function lookAtFigures(drawn: readonly string[], project: Looked, odd: Odd, tally: Tally): Promise<void> {
  const names = new Set(
    drawn.flatMap((html) => [...html.matchAll(/href="\/r\/([^"?#]+)/g)].map(([, name = '']) => name)),
  )
  const times = new Map<string, number>()
  for (const figure of names) {
    const kind = figure.replace(/^[0-9a-f]{10}-/, '')[0] ?? ''
    const before = times.get(kind) ?? 0
    times.set(kind, before + 1)
    if (before >= (kind === 'z' ? 6 : 2)) continue
    const name = kind === 'z' ? '/r/[figure] of a sum' : '/r/[figure]'
    await lookAt('/r/[figure]', name, { figure: decodeURIComponent(figure) }, 'D', project, odd, tally)
  }
}

/** Screens whose addresses only other screens know. */
async function lookAtLinks(drawn: readonly string[], project: Looked, odd: Odd, tally: Tally): Promise<void> {
  for (const [route, most] of Object.entries(linked)) {
    const [before = '', name = ''] = route.replace('[project]', project.key).replace(/]$/, '').split('[')
    const links = new RegExp(`href="${before}([^"/?#]+)`, 'g')
    const found = new Set(
      drawn.flatMap((html) => [...html.matchAll(links)].map(([, one = '']) => decodeURIComponent(one))),
    )
    for (const one of [...found].slice(0, most))
      await lookAt(route, route, { project: project.key, [name]: one }, lookerOf(route), project, odd, tally)
  }
}

async function lookAt(
  route: string,
  name: string,
  params: Params,
  person: Person,
  { county }: Pick<Looked, 'county'>,
  odd: Odd,
  tally: Tally,
): Promise<string> {
  Object.assign(here, { viewer: county.people[person], path: route })
  try {
    const page = await pages.get(route)?.()
    if (!page) throw new Error('no such page')
    const { answer, html } = await draw(page, route, params)
    tally.count(name, answer)
    tally.take(name, where(odd), faultsOf(odd))
    return html
  } catch (error) {
    tally.crash(name, `${where(odd)} ${JSON.stringify(params)}`, error)
    return ''
  }
}

/** Screens that show all projects of a county at once, as its director and its administrator see them. */
async function lookAtCounties(known: Counties, tally: Tally): Promise<void> {
  for (const [seed, county] of known) {
    for (const route of countyScreens)
      await lookAt(route, route, {}, route.startsWith('/admin') ? 'A' : 'D', { county }, oddOf(seed), tally)
  }
}

/** Every screen has a way to it, and everything that sends files is looked at or said to be something else. */
function checkTables(tally: Tally): void {
  for (const route of inProject)
    if (placeOf(route.slice(prefix.length)) === null && !neverShown[route] && !linked[route])
      tally.fault(`no way to ${route}`, 'places.ts', 'say where its parts lead')
  for (const route of routes.keys())
    if (!sentFiles[route] && !sendsElse[route])
      tally.fault(`${route} is not looked at`, 'allowed.ts', 'say what it sends')
  for (const [route, kind] of Object.entries(sentFiles))
    if (!routes.has(route) || !fileKinds.includes(kind)) tally.fault(`${route} is not there`, 'allowed.ts', kind)
}

/** What no project has led to is not shown to be right. */
function checkReached(tally: Tally): void {
  for (const name of [...inProject, '/r/[figure]', ...countyScreens, ...fileKinds.map((kind) => `file ${kind}`)]) {
    const shown = (tally.made.get(name)?.shown ?? 0) > 0
    if (!shown && !neverShown[name]) tally.fault(`${name} was never shown`, 'all projects', 'no project leads to it')
    if (shown && neverShown[name]) tally.fault(`${name} was shown`, 'allowed.ts', 'the exception holds no more')
  }
}
