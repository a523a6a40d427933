// bench:replay – everything in the build that changes something is sent again: as a double click, five at once, after a lost
// reply, and five more times after the answer. One effect, one audit row with all its parts, one notification and one mail, and
// always the same answer. The list is taken from the build: an action or route without a recipe fails. --short: each of them in
// one of these ways, in turn.
// Limit (quality R3): no fault. Every run also sends some forms with another key each time, which must be found.
// --only <text>: those whose name holds the text (for writing recipes; nothing is then said of the whole).
import { withClient } from '../../scripts/database/open.mts'
import { withInstallation } from './product/installation.mts'
import { keepRaw, machineLoad } from './product/raw-data.mts'
import { actionsOfBuild, routesOfBuild } from './replay/build-list.mts'
import { added, Effects } from './replay/effects.mts'
import { withoutRecipe } from './replay/recipe.mts'

const short = process.argv.includes('--short')
const rounds = short ? 1 : 5
const only = process.argv[process.argv.indexOf('--only') + 1]
const chosen = (name: string) => !process.argv.includes('--only') || name.includes(only ?? '')
const floor = { recipes: 28, sendings: 500 }

/** What of the list nobody looks at, and what is looked at though it is gone. */
function gaps(list: readonly string[], recipes: readonly string[]): string[] {
  const known = [...recipes, ...Object.keys(withoutRecipe)]
  return [
    ...list.filter((name) => !known.includes(name)).map((name) => `${name} has no recipe`),
    ...known.filter((name) => !list.includes(name)).map((name) => `${name} is not in the build`),
  ]
}

const good = await withInstallation(
  'replay',
  async ({ address, ownerUrl }) => {
    const { allRecipes } = await import('./replay/all-recipes.mts')
    const { mailOnce } = await import('./replay/mails.mts')
    const { auditFaults } = await import('../support/audit-parts.ts')
    const { prepareSending, withOtherKey } = await import('./replay/sending.mts')
    const { trySending, wayNames } = await import('./replay/ways.mts')
    const { request } = await import('./product/requests.mts')
    const { disconnect } = await import('@/lib/platform/db')
    const actions = actionsOfBuild()
    const list = [...actions.keys(), ...(await routesOfBuild(address))]
    const names = allRecipes.map(({ of }) => of)
    const faults = only ? [] : gaps(list, names)
    if (!gaps([...list, 'planted'], names).includes('planted has no recipe'))
      faults.push('a new action was not noticed')
    return withClient(ownerUrl, async (owner) => {
      const effects = await Effects.of(owner)
      const tried = []
      let planted = 0
      const wanted = allRecipes.filter(({ of }) => list.includes(of) && chosen(of))
      for (const [nth, recipe] of wanted.entries()) {
        const ways = short ? wayNames.filter((_, way) => way === nth % wayNames.length) : wayNames
        for (const way of Array.from({ length: rounds }, () => ways).flat()) {
          const one = await prepareSending(address, recipe, actions)
            .then((sent) => trySending(recipe, way, sent, effects))
            .catch((error: Error) => ({ of: recipe.of, way, sendings: 0, faults: [error.message] }))
          tried.push(one)
          faults.push(...one.faults.map((fault) => `${one.of}, ${one.way}: ${fault}`))
        }
        if (!recipe.repeatable) continue
        // The control: with a key of its own each sending must show, or nothing above would prove anything.
        const sent = await prepareSending(address, recipe, actions)
        const before = await effects.look()
        for (const nth of [1, 2]) await request(withOtherKey(sent, nth))
        const both = added(before, await effects.look())
        planted += 1
        if (both.AuditEvent !== 2) faults.push(`${recipe.of}: sent with two keys it had not two effects`)
      }
      const mails = await mailOnce(owner)
      faults.push(...mails.faults)
      const log = await auditFaults(
        async <Row extends object>(text: string, values: unknown[] = []) =>
          (await owner.query(text, values)).rows as Row[],
      )
      faults.push(...log.faults)
      await disconnect()
      const sendings = tried.reduce((sum, { sendings }) => sum + sendings, 0)
      const recipes = new Set(tried.map(({ of }) => of)).size
      if (!only && recipes < floor.recipes) faults.push(`only ${recipes} recipes`)
      if (!only && sendings < floor.sendings * rounds) faults.push(`only ${sendings} sendings`)
      if (!only && planted < 2) faults.push(`only ${planted} planted`)
      if (!only && mails.mails < 1) faults.push('no mail was written')
      if (!only && log.rows < floor.sendings) faults.push(`only ${log.rows} rows in the audit log`)
      const raw = keepRaw('replay', tried)
      for (const fault of faults) console.error(fault)
      console.log(
        `bench:replay ${actions.size} actions and ${list.length - actions.size} routes in the build: ${recipes} with a ` +
          `recipe (at least ${floor.recipes}), ${Object.keys(withoutRecipe).length} without for a reason; ${sendings} ` +
          `sendings in ${wayNames.length} ways, ${mails.notifications} notifications, ${mails.mails} mails, ${log.rows} rows of the audit log, each whole: ` +
          `${faults.length} faults; ${planted} planted; ${machineLoad()}; ${raw} ${faults.length === 0 ? 'ok' : 'MISSED'}`,
      )
      return faults.length === 0
    })
  },
  {
    SCHEDULE: 'off',
    // Nobody is asked there: it is only that its settings are drawn.
    OIDC_ISSUER: 'https://login.example.fi',
    OIDC_CLIENT_ID: 'etappi',
    OIDC_CLIENT_SECRET: 'replay',
  },
)
process.exit(good ? 0 : 1)
