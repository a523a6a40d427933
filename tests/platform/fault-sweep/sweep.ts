// A workflow is carried out again and again, each time with another of its statements failing: afterwards either nothing of it
// is there or all of it.
import { type Fault, isCommit, type Kind, withFault } from '@/tests/platform/fault-sweep/driver'
import { type Effect, effectOf, isSame, type Look, tell } from '@/tests/platform/fault-sweep/look'

export type Workflow = {
  name: string
  /** Brings about a state in which it can be carried out once, and gives what carries it out. @throws when that refuses */
  prepare(): Promise<() => Promise<unknown>>
  /** Statements that it has at least, so that a sweep over next to nothing is seen */
  least: number
  /** It is several steps by design, each whole; what was cut short goes on when it is asked for again */
  inSteps?: true
}

export type Swept = {
  name: string
  /** Statements of one undisturbed run: N */
  statements: number
  commits: number
  /** Faults that were laid in and reached */
  faults: number
  /** Of these: after how many nothing was there, and after how many all of it */
  nothing: number
  whole: number
  /** After how many some steps were there, and the rest came when it was asked for again */
  resumed: number
  effect: Effect
  findings: string[]
}

/** Of every statement, or of the first, the last, the commits and some between. */
function chosen(statements: readonly string[], most: number): number[] {
  const all = statements.map((_, index) => index + 1)
  if (all.length <= most) return all
  const ends = all.filter((at) => at === 1 || at === all.length || isCommit(statements[at - 1] ?? ''))
  const step = all.length / most
  const between = Array.from({ length: most }, (_, index) => Math.floor(index * step + step / 2) + 1)
  return [...new Set([...ends, ...between])].filter((at) => at <= all.length).sort((a, b) => a - b)
}

const kindsAt = (statement: string): Kind[] =>
  isCommit(statement) ? ['refused', 'lost', 'unanswered'] : ['refused', 'lost']

type Scene = { run: () => Promise<unknown>; before: Look }

/**
 * Each statement is tried once refused and once with the connection lost, in turn when `alternate`; at most so many of them,
 * with the first, the last and every commit.
 */
export async function sweep(
  workflow: Workflow,
  look: () => Promise<Look>,
  { most = Number.POSITIVE_INFINITY, alternate = false } = {},
): Promise<Swept> {
  const set = async (): Promise<Scene> => ({ run: await workflow.prepare(), before: await look() })
  const first = await set()
  const clean = await withFault(null, first.run)
  if (clean.told.status === 'rejected') throw clean.told.reason
  const effect = effectOf(first.before, await look())
  const { statements } = clean.asked
  const swept: Swept = {
    name: workflow.name,
    statements: statements.length,
    commits: statements.filter(isCommit).length,
    ...{ faults: 0, nothing: 0, whole: 0, resumed: 0, effect, findings: [] },
  }
  const { findings } = swept
  if (Object.keys(effect).length === 0) findings.push('an undisturbed run has no effect')
  if (swept.commits === 0 && !workflow.inSteps) findings.push('an undisturbed run commits nothing')
  if (statements.length < workflow.least) findings.push(`only ${statements.length} statements`)

  const faults = chosen(statements, most).flatMap((at, index): Fault[] => {
    const kinds = kindsAt(statements[at - 1] ?? '')
    const both = kinds.map((kind) => ({ at, kind }))
    return alternate && kinds.length === 2 ? both.slice(index % 2, (index % 2) + 1) : both
  })
  let scene: Scene | null = null
  for (const fault of faults) {
    scene ??= await set()
    const { asked, told } = await withFault(fault, scene.run)
    const now = effectOf(scene.before, await look())
    const where = `${fault.kind} at ${fault.at} of ${statements.length} (${statements[fault.at - 1]?.slice(0, 60)})`
    if (asked.hit) swept.faults += 1
    const isNothing = Object.keys(now).length === 0
    if (isNothing) {
      swept.nothing += 1
      if (told.status === 'fulfilled') findings.push(`${where}: it said that it was done, and nothing is there`)
      continue
    }
    const { run, before } = scene
    scene = null
    if (workflow.inSteps && !isSame(now, effect)) {
      swept.resumed += 1
      await run()
      const then = effectOf(before, await look())
      if (!isSame(then, effect)) findings.push(`${where}, gone on with: ${tell(then)} instead of ${tell(effect)}`)
    } else if (!isSame(now, effect)) findings.push(`${where}: ${tell(now)} instead of ${tell(effect)}`)
    else swept.whole += 1
  }
  // What was there before all these faults still carries the workflow, whole.
  scene ??= await set()
  const last = await withFault(null, scene.run)
  const now = effectOf(scene.before, await look())
  if (last.told.status === 'rejected') findings.push(`after the faults: ${String(last.told.reason)}`)
  else if (!isSame(now, effect)) findings.push(`after the faults: ${tell(now)} instead of ${tell(effect)}`)
  return swept
}
