// bench:history – many writers on few fields, as fast as the server answers. Afterwards the history of all answers is checked:
// every accepted version has exactly one predecessor, and what stands there at the end is the last one accepted. --short: a
// shorter run. Limits (quality R2): no fault, and at least 5 % of the saves met a conflict. Every run also lets somebody write
// without the version in the condition, and alters the history in five ways: the checker must find each.
import http from 'node:http'
import { withClient } from '../../scripts/database/open.mts'
import { checkHistory, doctored, type Event, type Final, type Verdict } from './history/checker.mts'
import { cheat, write } from './history/writers.mts'
import { withInstallation } from './product/installation.mts'
import { keepRaw, machineLoad } from './product/raw-data.mts'
import { entryRows } from './product/rows.mts'
import { idOf } from './product/texts.mts'

const conflictShare = 0.05
const writersOfReport = 12
const reports = 2
const paths = [
  'results/text',
  'nextSteps/text',
  'deviations/text',
  'risks/text',
  'overall/reason',
  'actions/general/text',
]
const [seconds, planted, floor] = process.argv.includes('--short') ? [30, 6, 500] : [120, 10, 2500]

const good = await withInstallation('history', async ({ address, ownerUrl }) => {
  const { makeWorkplace } = await import('./product/workplace.mts')
  const { disconnect } = await import('@/lib/platform/db')
  // The last report is for the one who cheats and those who write beside them.
  const all = await makeWorkplace(reports + 1, (reports + 1) * writersOfReport, (writer) =>
    Math.floor(writer / writersOfReport),
  ).finally(disconnect)
  const agent = new http.Agent({ keepAlive: true })
  return withClient(ownerUrl, async (owner) => {
    const finalsOf = async (reportId: string): Promise<Final[]> =>
      (await entryRows(owner, [reportId])).map(({ path, text, version }) => ({ path, id: idOf(text), version }))
    const writersOf = (reportId: string) => all.writers.filter((writer) => writer.reportId === reportId)
    const [cheated = '', ...honest] = all.reportIds.toReversed()

    const until = performance.now() + seconds * 1000
    const histories = await Promise.all(
      honest.map((reportId) => write(address, agent, writersOf(reportId), paths, until)),
    )
    const verdicts: Verdict[] = []
    const unseen: string[] = []
    let altered = 0
    for (const [index, reportId] of honest.entries()) {
      const finals = await finalsOf(reportId)
      const events = histories[index] ?? []
      verdicts.push(checkHistory(events, finals))
      for (const [name, finding, ...history] of doctored(events, finals)) {
        altered += 1
        if (!checkHistory(...history).faults.some((fault) => finding.test(fault))) unseen.push(name)
      }
    }
    const plantedUntil = performance.now() + planted * 1000
    const [fair, unfair] = await Promise.all([
      write(address, agent, writersOf(cheated).slice(0, 3), paths.slice(0, 1), plantedUntil),
      cheat(owner, cheated, paths[0] ?? '', plantedUntil),
    ])
    const caught = checkHistory([...fair, ...unfair], await finalsOf(cheated)).faults
    if (!caught.some((fault) => /accepted twice/.test(fault)))
      unseen.push('a save without the version in its condition')
    agent.destroy()

    const sum = (of: (verdict: Verdict) => number) => verdicts.reduce((so, one) => so + of(one), 0)
    const [accepted, conflicts] = [sum((one) => one.accepted), sum((one) => one.conflicts)]
    const share = conflicts / (accepted + conflicts)
    const faults = [
      ...verdicts.flatMap((one) => one.faults),
      ...unseen.map((name) => `${name} was planted and not seen`),
      ...(accepted < floor ? [`only ${accepted} saves were accepted`] : []),
      ...(share < conflictShare ? ['too few conflicts'] : []),
    ]
    const raw = keepRaw('history', histories.flat() satisfies Event[])
    console.log(
      `bench:history ${honest.length * writersOfReport} writers, ${sum((one) => one.fields)} fields, ${seconds} s: ` +
        `${accepted} accepted (at least ${floor}), ${conflicts} conflicts (${(share * 100).toFixed(0)} %, at least ` +
        `${conflictShare * 100} %), ${sum((one) => one.faults.length)} faults; planted: ${altered} altered histories and ` +
        `${unfair.length} saves without the version, ${caught.length} faults found; ${machineLoad()}; ${raw} ` +
        `${faults.length === 0 ? 'ok' : faults.slice(0, 5).join('; ')}`,
    )
    return faults.length === 0
  })
})
process.exit(good ? 0 : 1)
