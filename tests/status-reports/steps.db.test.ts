import { beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { approveReport, recallReport, returnReport, startReview, submitReport } from '@/lib/status-reports/commands'
import { saveField } from '@/lib/status-reports/fields/commands'
import { derive, type ReportState, reportStates } from '@/lib/status-reports/model'
import { moveReport } from '@/lib/status-reports/standing/commands'
import { holdReport } from '@/lib/status-reports/standing/queries'
import { fillReport, makeRound, type Round, reportOf } from '../support/builders/round'

let round: Round
let reportId: string
const report = () => reportOf(round.unit.id, round.periodId)

const commands = {
  submit: (viewer: Viewer, version: number) => submitReport(viewer, { reportId, version }),
  recall: (viewer: Viewer, version: number) => recallReport(viewer, { reportId, version }),
  startReview: (viewer: Viewer, version: number) => startReview(viewer, { reportId, version }),
  return: (viewer: Viewer, version: number) =>
    returnReport(viewer, { reportId, version, opens: ['results'], reason: 'Kerro luku.' }),
  approve: (viewer: Viewer, version: number) => approveReport(viewer, { reportId, version }),
}
type Command = keyof typeof commands
const party: Record<Command, 'coordinator' | 'director'> = {
  submit: 'coordinator',
  recall: 'coordinator',
  startReview: 'director',
  return: 'director',
  approve: 'director',
}

/** Runs a command as the one who may, with the version as it is. */
async function run(command: Command) {
  const done = await commands[command](round[party[command]], (await report()).version)
  if (!done.ok) throw new Error(`${command}: ${done.reason} ${JSON.stringify(done.fields)}`)
  return done.value
}

/** Brings a new report to a state the way people do. */
async function bring(state: ReportState): Promise<void> {
  if (state === 'not_started') return
  await fillReport(round.coordinator, reportId)
  if (state === 'draft') return
  await run('submit')
  if (state === 'submitted') return
  await run('startReview')
  if (state === 'in_review') return
  if (state === 'returned') await run('return')
  else await run('approve')
}

beforeEach(async () => {
  round = await makeRound()
  reportId = (await report()).id
})

describe('who may not', () => {
  const allowed: Record<Command, ReportState> = {
    submit: 'draft',
    recall: 'submitted',
    startReview: 'submitted',
    return: 'in_review',
    approve: 'in_review',
  }
  it.each(Object.keys(commands) as Command[])(
    '%s: wrong role, another unit, another county, nobody',
    async (command) => {
      await bring(allowed[command])
      const before = await report()
      const others = (
        ['coordinator', 'otherCoordinator', 'director', 'finance', 'steering', 'auditor', 'otherCounty'] as const
      ).filter((role) => role !== party[command])
      for (const role of others) {
        const refused = await commands[command](round[role], before.version)
        const hidden = ['steering', 'auditor', 'otherCounty'].includes(role)
        expect([role, refused]).toEqual([role, { ok: false, reason: hidden ? 'NOT_FOUND' : 'NOT_ALLOWED' }])
      }
      expect(await report()).toEqual(before)
      expect(others.length).toBe(6)
    },
  )

  it.each(Object.keys(commands) as Command[])('%s: a stale version', async (command) => {
    await bring(allowed[command])
    const before = await report()
    for (const version of [before.version - 1, before.version + 1]) {
      expect(await commands[command](round[party[command]], version)).toEqual({ ok: false, reason: 'STALE' })
    }
    expect(await report()).toEqual(before)
  })

  it.each(reportStates.filter((state) => state !== 'published'))(
    'in the state %s: every command the table does not allow',
    async (state) => {
      await bring(state)
      const before = await report()
      expect(before.state).toBe(state)
      const possible: Record<string, Command[]> = {
        draft: ['submit'],
        submitted: ['recall', 'startReview', 'return', 'approve'],
        in_review: ['return', 'approve'],
        returned: ['submit'],
      }
      const impossible = (Object.keys(commands) as Command[]).filter((command) => !possible[state]?.includes(command))
      for (const command of impossible) {
        const refused = await commands[command](round[party[command]], before.version)
        expect([command, refused.ok]).toEqual([command, false])
        // An untouched report is told what it lacks instead of its state.
        const reason = state === 'not_started' && command === 'submit' ? 'INCOMPLETE' : 'WRONG_STATE'
        expect(refused).toMatchObject({ reason })
      }
      expect(impossible.length).toBeGreaterThan(0)
      expect(await report()).toEqual(before)
    },
  )
})

describe('a step decided on something that is gone', () => {
  it('changes nothing: version and state stand in the condition of the write itself', async () => {
    await bring('submitted')
    const before = await report()
    for (const seen of [
      { version: before.version - 1 },
      { standing: { state: 'in_review', opens: null, writtenIn: 'draft' } },
    ] as const) {
      const refused = await asViewer(round.director, async (tx) => {
        const held = await holdReport(round.director, tx, reportId)
        if (!held) throw new Error('no report')
        return moveReport(round.director, tx, { ...held, ...seen }, { type: 'approved' })
      })
      expect(refused).toEqual({ ok: false, reason: 'STALE' })
    }
    expect(await report()).toEqual(before)
  })
})

describe('sending', () => {
  it('is refused with every place that must be put right, and changes nothing', async () => {
    await saveField(round.coordinator, { reportId, path: 'overall/light', text: 'red', version: 0 })
    const sharePath = `indicators/${round.unit.shareId}/value`
    await saveField(round.coordinator, { reportId, path: sharePath, text: '1.234', version: 0 })
    const before = await report()
    const refused = await commands.submit(round.coordinator, before.version)
    expect(refused).toEqual({
      ok: false,
      reason: 'INCOMPLETE',
      fields: {
        'overall/reason': 'statusReports.error.reasonMissing',
        [`actions/${round.unit.actionIds[0]}/state`]: 'statusReports.error.unconfirmed',
        [sharePath]: 'values.error.ambiguousThousands',
      },
    })
    expect(await report()).toEqual(before)
  })

  it('is one step however many times it is asked at once, with one audit row', async () => {
    await bring('draft')
    const { version } = await report()
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => commands.submit(round.coordinator, version)))
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'STALE')).toHaveLength(4)
    const sent = await report()
    expect(sent).toMatchObject({ state: 'submitted', version: version + 1 })
    expect(sent.events.filter((event) => event.type === 'submitted')).toHaveLength(1)
    const audit = await asViewer(round.system, (tx) =>
      tx.auditEvent.findMany({ where: { subjectId: reportId, action: 'report.submitted' } }),
    )
    expect(audit).toHaveLength(1)
    expect(audit[0]).toMatchObject({ actorId: round.coordinator.userId, right: 'coordinator', result: 'done' })
  })

  it('closes the fields', async () => {
    await bring('submitted')
    const saved = await saveField(round.coordinator, { reportId, path: 'results/text', text: 'Vielä', version: 1 })
    expect(saved).toEqual({ ok: false, reason: 'LOCKED' })
  })

  it('either recalls or starts the review when both happen at once', async () => {
    await bring('submitted')
    const { version } = await report()
    const both = await Promise.all([
      commands.recall(round.coordinator, version),
      commands.startReview(round.director, version),
    ])
    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(['draft', 'in_review']).toContain((await report()).state)
  })
})

describe('returning', () => {
  it('opens only what was named; the rest stays as it was sent', async () => {
    await bring('returned')
    const locked = await saveField(round.coordinator, { reportId, path: 'overall/light', text: 'red', version: 1 })
    expect(locked.ok && locked.value).toMatchObject({ ok: false, reason: 'LOCKED' })
    const open = await saveField(round.coordinator, { reportId, path: 'results/text', text: 'Luku on 12.', version: 1 })
    expect(open.ok && open.value).toMatchObject({ ok: true, version: 2 })
    const sent = await run('submit')
    expect(sent.state).toBe('submitted')
    const after = await report()
    expect(after.events.map((event) => event.type)).toEqual([
      'opened',
      'saved',
      'submitted',
      'review_started',
      'returned',
      'saved',
      'resubmitted',
    ])
    expect(after.events[4]).toMatchObject({ opens: ['results'], reason: 'Kerro luku.' })
  })

  it('opens a single field and nothing beside it', async () => {
    await bring('in_review')
    const { version } = await report()
    const opens = ['overall/reason', `indicators/${round.unit.shareId}/n`]
    expect((await returnReport(round.director, { reportId, version, opens, reason: 'Kerro n.' })).ok).toBe(true)
    const save = async (path: string, text: string) => {
      const seen = (await report()).entries.find((entry) => entry.path === path)?.version ?? 0
      const saved = await saveField(round.coordinator, { reportId, path, text, version: seen })
      return saved.ok && saved.value.ok
    }
    expect(await save('overall/reason', 'Viive.')).toBe(true)
    expect(await save(`indicators/${round.unit.shareId}/n`, '40')).toBe(true)
    expect(await save('overall/light', 'red')).toBe(false)
    expect(await save(`indicators/${round.unit.shareId}/value`, '5 %')).toBe(false)
  })

  it('comes back just as open after a recall', async () => {
    await bring('returned')
    await run('submit')
    await run('recall')
    expect((await report()).state).toBe('returned')
    const locked = await saveField(round.coordinator, { reportId, path: 'overall/light', text: 'red', version: 1 })
    expect(locked.ok && locked.value).toMatchObject({ ok: false, reason: 'LOCKED' })
  })

  it('needs a reason in the database, too', async () => {
    await bring('in_review')
    const { version } = await report()
    await expect(returnReport(round.director, { reportId, version, opens: ['results'], reason: ' ' })).rejects.toThrow(
      /reason_where_needed/,
    )
    expect(await report()).toMatchObject({ state: 'in_review', version })
  })
})

describe('approving', () => {
  it('makes measurements, action states and a proposed plan change of what was reported', async () => {
    const share = `indicators/${round.unit.shareId}`
    const action = round.unit.actionIds[1]
    await fillReport(round.coordinator, reportId, {
      [`${share}/value`]: 'yli 35,5 %',
      [`${share}/n`]: '1 240',
      [`${share}/time`]: '9/2025',
      [`${share}/note`]: 'Terveysasemat',
      [`indicators/${round.unit.usedId}/value`]: 'kyllä',
      [`actions/${action}/state`]: 'done',
      'deviations/text': 'Koulutus siirtyi.',
      'deviations/planChange': 'Koulutus jatkuu tammikuuhun.',
    })
    await run('submit')
    await run('approve')
    const kept = await asViewer(round.system, async (tx) => ({
      measurements: await tx.measurement.findMany({ where: { reportId }, orderBy: { kind: 'asc' } }),
      action: await tx.action.findUniqueOrThrow({ where: { id: String(action) } }),
      changes: await tx.planChange.findMany({ where: { reportId } }),
    }))
    expect(kept.measurements).toHaveLength(2)
    const [first, second] = kept.measurements
    expect({ ...first, number: String(first?.number) }).toMatchObject({
      indicatorId: round.unit.shareId,
      role: 'actual',
      kind: 'number',
      asWritten: 'yli 35,5 %',
      number: '35.5',
      qualifier: 'over',
      n: 1240,
      note: 'Terveysasemat',
      timeCode: '2025-09',
      timeTo: new Date('2025-09-30'),
    })
    expect(second).toMatchObject({
      kind: 'yes_no',
      yes: true,
      timeCode: '2025-Q3',
      timeBasis: 'statusReports.basis.period',
    })
    expect(kept.action.state).toBe('done')
    expect(kept.changes).toMatchObject([
      {
        state: 'proposed',
        what: 'Koulutus jatkuu tammikuuhun.',
        why: 'Koulutus siirtyi.',
        workPackageId: round.unit.id,
      },
    ])
  })

  it('happens once', async () => {
    await fillReport(round.coordinator, reportId, { [`indicators/${round.unit.shareId}/value`]: '12 %' })
    await run('submit')
    const { version } = await report()
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => commands.approve(round.director, version)))
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    const count = await asViewer(round.system, (tx) => tx.measurement.count({ where: { reportId } }))
    expect(count).toBe(1)
  })
})

describe('the state column', () => {
  it('is what the events say, after every step', async () => {
    for (const step of ['draft', 'submit', 'startReview', 'return', 'submit', 'recall', 'submit', 'approve'] as const) {
      if (step === 'draft') await bring('draft')
      else await run(step)
      const { state, events } = await report()
      const types = events.map(({ type, opens }) => ({ type: type as never, opens }))
      expect(derive(types)?.state).toBe(state)
    }
  })

  it('cannot be told otherwise: events are never changed or removed', async () => {
    await bring('submitted')
    const change = (sql: string) => asViewer(round.system, (tx) => tx.$executeRawUnsafe(sql))
    await expect(
      change(`UPDATE "StatusReportEvent" SET type = 'approved' WHERE "reportId" = '${reportId}'`),
    ).rejects.toThrow(/append-only/)
    await expect(change(`DELETE FROM "StatusReportEvent" WHERE "reportId" = '${reportId}'`)).rejects.toThrow(
      /append-only/,
    )
  })
})
