import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../support/database'
import { readTables, type Table } from './catalogue'
import { type County, genericRow, insertRow, type Row, seedCounty } from './generic-rows'

const owner = new pg.Client({ connectionString: testDatabase().ownerUrl })
let tables: Map<string, Table>
let county: County

beforeAll(async () => {
  await owner.connect()
  tables = await readTables(owner)
  county = await seedCounty(owner, tables)
})
afterAll(() => owner.end())

/** A valid new row of a table with something changed. */
function rowOf(table: string, change: Row): Row {
  const known = tables.get(table)
  if (!known) throw new Error(`no table ${table}`)
  return { ...genericRow(known, county), ...change }
}

const id = (table: string): string => county.ids.get(table) ?? ''

/** Constraint → a row that it must refuse. The database is asked for the list, so a new one cannot be forgotten. */
const refused: Record<string, [table: string, change: () => Row]> = {
  Snapshot_body_matches_hash: ['Snapshot', () => ({ body: '{"altered":true}' })],
  Snapshot_version_positive: ['Snapshot', () => ({ version: 0 })],
  SnapshotFigures_format_positive: ['SnapshotFigures', () => ({ format: 0 })],
  Membership_project_by_role: ['Membership', () => ({ role: 'admin' })],
  Membership_once: ['Membership', () => ({})],
  User_email_lower: ['User', () => ({ email: 'Coordinator@example.fi' })],
  Invitation_for_somebody: ['Invitation', () => ({ role: null })],
  RetentionRule_years: ['RetentionRule', () => ({ kind: 'files', years: 151 })],
  RetentionRule_has_basis: ['RetentionRule', () => ({ kind: 'files', years: 10, basis: ' \n' })],
  RetentionRule_start_fits: ['RetentionRule', () => ({ kind: 'mails', years: 10, start: 'project_end' })],
  RetentionRule_programme_fits: [
    'RetentionRule',
    () => ({ kind: 'mails', years: 10, start: 'created', programmeId: id('Programme') }),
  ],
  RetentionRule_once: ['RetentionRule', () => ({ years: 10 })],
  RetentionHold_has_reason: ['RetentionHold', () => ({ reason: ' ' })],
  RetentionHold_lifted_wholly: ['RetentionHold', () => ({ liftedAt: '2025-09-30', liftedById: id('User') })],
  DestructionList_two_persons: [
    'DestructionList',
    () => ({ decidedById: id('User'), decidedAt: '2025-09-30', isApproved: true }),
  ],
  DestructionList_decided_wholly: ['DestructionList', () => ({ decidedAt: '2025-09-30' })],
  DestructionList_refused_with_reason: [
    'DestructionList',
    () => ({ decidedById: id('User'), decidedAt: '2025-09-30', isApproved: false }),
  ],
  DestructionList_taken_back_wholly: ['DestructionList', () => ({ withdrawnAt: '2025-09-30', withdrawReason: ' ' })],
  DestructionList_taken_back_undecided: [
    'DestructionList',
    () => ({
      withdrawnAt: '2025-09-30',
      withdrawReason: 'Väärä vuosi',
      decidedById: id('User'),
      decidedAt: '2025-09-30',
      isApproved: true,
    }),
  ],
  DestructionList_approved_first: ['DestructionList', () => ({ carriedOutAt: '2025-09-30' })],
  DestructionItem_left_out_stays: ['DestructionItem', () => ({ leftOutReason: ' ' })],
  DestructionItem_destroyed_wholly: ['DestructionItem', () => ({ destroyedAt: '2025-09-30' })],
  User_oidc_whole: ['User', () => ({ oidcIssuer: 'https://example.fi' })],
  ReportingPeriod_days_in_order: ['ReportingPeriod', () => ({ from: '2025-10-01', to: '2025-09-30' })],
  ReportingPeriod_round_in_order: ['ReportingPeriod', () => ({ opensOn: '2025-10-16', closesOn: '2025-10-15' })],
  PeriodException_reason_given: ['PeriodException', () => ({ reason: ' \n' })],
  StatusReport_version_positive: ['StatusReport', () => ({ version: 0 })],
  StatusReportEntry_version_positive: ['StatusReportEntry', () => ({ version: 0 })],
  StatusReportEvent_reason_where_needed: ['StatusReportEvent', () => ({ type: 'returned', reason: ' \n' })],
  Correction_changes_something: ['Correction', () => ({ before: '54', after: '54' })],
  IndicatorVersion_one_current: ['IndicatorVersion', () => ({})],
  Measurement_unknown_has_no_value: ['Measurement', () => ({ unknown: 'hidden', number: 0 })],
  Measurement_days_in_order: ['Measurement', () => ({ timeFrom: '2025-10-01', timeTo: '2025-09-30' })],
  MeasurementCell_unknown_has_no_value: ['MeasurementCell', () => ({ unknown: 'hidden', number: 0 })],
  DataTableCell_unknown_has_no_value: ['DataTableCell', () => ({ unknown: 'hidden', text: '0' })],
  BudgetLine_not_in_project_has_no_amount: ['BudgetLine', () => ({ notInProject: true, amount: 0 })],
  RiskAssessment_scale: ['RiskAssessment', () => ({ probability: null, impact: 11 })],
  StoredFile_bytes_where_stored: ['StoredFile', () => ({ storage: 'disk' })],
  Evidence_points_at_something: ['Evidence', () => ({ url: null })],
  Evidence_one_subject: ['Evidence', () => ({ decisionId: id('Decision') })],
  DecisionSubject_one_subject: ['DecisionSubject', () => ({ workPackageId: id('WorkPackage') })],
  CommentThread_one_place: ['CommentThread', () => ({ reportId: null })],
  CommentThread_resolved_by_somebody: ['CommentThread', () => ({ resolvedById: id('User') })],
  Mail_sent_has_its_time: ['Mail', () => ({ state: 'sent' })],
  Mail_attempts_counted: ['Mail', () => ({ attempts: -1 })],
  Organisation_colours_are_colours: ['Organisation', () => ({ brandColour: 'blue' })],
  Organisation_logo_is_told: ['Organisation', () => ({ logoFileId: id('StoredFile'), logoAlt: ' ' })],
  PlanChangeEvent_reason_where_needed: ['PlanChangeEvent', () => ({ type: 'rejected', note: ' \n' })],
  FinalReportEvent_reason_where_needed: ['FinalReportEvent', () => ({ type: 'returned', reason: ' \n' })],
  FinalReportEvent_decision_where_needed: ['FinalReportEvent', () => ({ type: 'decided' })],
  FinalReportEdition_body_matches_hash: ['FinalReportEdition', () => ({ body: '{"altered":true}' })],
  FinalReportEdition_reason_of_correction: ['FinalReportEdition', () => ({ number: 2, reason: ' ' })],
  FindingAcceptance_reason_given: ['FindingAcceptance', () => ({ reason: ' \n' })],
  FindingAcceptance_once: ['FindingAcceptance', () => ({})],
  FinalReportSection_shows_another: [
    'FinalReportSection',
    () => ({ id: id('FinalReportSection'), showsSectionId: id('FinalReportSection') }),
  ],
  ReportTemplatePrompt_asked_somewhere: ['ReportTemplatePrompt', () => ({ kind: 'question', placeKey: '4.1' })],
  FundingShare_percent: ['FundingShare', () => ({ percent: '100.01' })],
  FundingShare_one_cost: ['FundingShare', () => ({ budgetLineId: id('BudgetLine'), purchaseId: id('Purchase') })],
  FundingShare_source_once: ['FundingShare', () => ({ percent: 1 })],
  RiskAssessment_scale_after: ['RiskAssessment', () => ({ probabilityAfter: 0 })],
  AgendaItem_number_positive: ['AgendaItem', () => ({ number: 0 })],
  AgendaItem_numbered_in_a_year: ['AgendaItem', () => ({ year: 2025 })],
  AgendaAttachment_one_thing: ['AgendaAttachment', () => ({ fileId: id('StoredFile') })],
  Meeting_state_has_its_person: ['Meeting', () => ({ checkedById: id('User') })],
  ProjectDocument_points_at_something: ['ProjectDocument', () => ({ url: null })],
  ProjectLink_points_at_something: ['ProjectLink', () => ({ name: ' ' })],
  ProjectLink_not_itself: ['ProjectLink', () => ({ linkedId: id('Project') })],
  Measurement_choice_has_its_reason: ['Measurement', () => ({ chosenById: id('User'), chosenReason: ' \n' })],
  StatisticsValue_unknown_has_no_value: ['StatisticsValue', () => ({ unknown: 'hidden', number: 0 })],
  PersonMonths_not_negative: ['PersonMonths', () => ({ months: '-0.01' })],
  MaturityAssessment_unknown_has_no_value: ['MaturityAssessment', () => ({ unknown: 'hidden', number: 0 })],
  MaturityAssessment_scale_in_order: ['MaturityAssessment', () => ({ scaleMin: 5, scaleMax: 5 })],
  PlanDependency_something_is_needed: ['PlanDependency', () => ({ text: ' \n' })],
  PlanDependency_on_another: [
    'PlanDependency',
    () => ({ workPackageId: id('WorkPackage'), neededId: id('WorkPackage') }),
  ],
  BeneficialOwner_of_one: ['BeneficialOwner', () => ({ contractorId: id('PurchaseContractor') })],
  PurchaseContractor_subcontractor_of_another: [
    'PurchaseContractor',
    () => ({ contractorId: id('PurchaseContractor'), isSubcontractor: false }),
  ],
  TreasuryFile_first_of_month: ['TreasuryFile', () => ({ month: '2025-09-02' })],
  ApiKey_ends: ['ApiKey', () => ({ createdAt: '2025-09-02', expiresAt: '2025-09-02' })],
  BlockBinding_bound: ['BlockBinding', () => ({ indicatorId: null })],
}

async function refusingConstraint(work: () => Promise<unknown>): Promise<string | null> {
  await owner.query('BEGIN')
  try {
    await work()
    return null
  } catch (error) {
    return (error as pg.DatabaseError).constraint ?? String(error)
  } finally {
    await owner.query('ROLLBACK')
  }
}

describe('checks in the database', () => {
  it('have a refused example each', async () => {
    const { rows } = await owner.query<{ name: string }>(
      "SELECT conname AS name FROM pg_constraint WHERE contype IN ('c', 'x') AND connamespace = 'public'::regnamespace ORDER BY 1",
    )
    expect(rows.map((row) => row.name)).toEqual(Object.keys(refused).sort())
    expect(rows.length).toBeGreaterThanOrEqual(42)
  })

  it.each(Object.entries(refused))('%s', async (constraint, [table, change]) => {
    expect(await refusingConstraint(() => insertRow(owner, table, rowOf(table, change())))).toBe(constraint)
  })

  it('let unknown be unknown: what reality lacks is no fault', async () => {
    const without: [string, Row][] = [
      ['RiskAssessment', { probability: null, impact: 3 }],
      ['Measurement', { unknown: 'not_asked' }],
      ['BudgetLine', { notInProject: true }],
      ['WorkPackage', { lifecycle: null, costEstimate: null }],
      ['IndicatorTarget', {}],
      ['Purchase', { amount: null }],
      ['ReportingPeriod', { opensOn: '2025-10-01', dueOn: null, closesOn: null }],
    ]
    for (const [table, row] of without) {
      expect(await refusingConstraint(() => insertRow(owner, table, rowOf(table, { ...row }))), table).toBeNull()
    }
  })
})

describe('what is looked at when a transaction ends', () => {
  const atTheEnd = (work: () => Promise<unknown>) =>
    refusingConstraint(async () => {
      await work()
      await owner.query('SET CONSTRAINTS ALL IMMEDIATE')
    })

  it('the funding shares of one cost are together at most 100,00 %, of each cost by itself', async () => {
    const share = (percent: string, more: Row = {}) =>
      insertRow(owner, 'FundingShare', rowOf('FundingShare', { source: 'own', percent, ...more }))
    expect(await atTheEnd(() => share('87.50'))).toBeNull()
    expect(await atTheEnd(() => share('87.51'))).toBe('FundingShare_at_most_whole')
    expect(await atTheEnd(() => share('87.51', { purchaseId: id('Purchase') }))).toBeNull()
    expect(await atTheEnd(() => owner.query('UPDATE "FundingShare" SET percent = 100'))).toBeNull()
  })

  it('a target is marked reached only with evidence, and its last piece stays', async () => {
    const target = id('IndicatorTarget')
    const reach = () => owner.query(`UPDATE "IndicatorTarget" SET "reachedOn" = '2025-09-30' WHERE id = $1`, [target])
    const show = () =>
      insertRow(
        owner,
        'Evidence',
        rowOf('Evidence', { id: '00000000-0000-4000-8000-000000000001', purchaseId: null, targetId: target }),
      )
    expect(await atTheEnd(reach)).toBe('IndicatorTarget_reached_is_shown')
    expect(await atTheEnd(() => reach().then(show))).toBeNull()
    const remove = () =>
      show()
        .then(reach)
        .then(() => owner.query('DELETE FROM "Evidence" WHERE "targetId" = $1', [target]))
    expect(await atTheEnd(remove)).toBe('IndicatorTarget_reached_is_shown')
  })
})

describe('tables that only grow', () => {
  const appendOnly = [
    'Snapshot',
    'SnapshotFigures',
    'AuditEvent',
    'StatusReportEvent',
    'Correction',
    'PlanChangeEvent',
    'DnshRecord',
    'DoubleFundingDeclaration',
  ]

  it.each(appendOnly)('%s refuses change, deletion and emptying, even by the owner of the tables', async (table) => {
    const message = new RegExp(`etappi: ${table} is append-only`)
    for (const sql of [`UPDATE "${table}" SET id = id`, `DELETE FROM "${table}"`, `TRUNCATE "${table}" CASCADE`]) {
      await expect(owner.query(sql), sql).rejects.toThrow(message)
    }
    const { rows } = await owner.query(`SELECT count(*)::int AS count FROM "${table}"`)
    expect(rows[0].count).toBe(1)
  })

  it('take new rows', async () => {
    const event = rowOf('StatusReportEvent', { type: 'returned', reason: 'Luvut puuttuvat', seq: 2 })
    expect(await refusingConstraint(() => insertRow(owner, 'StatusReportEvent', event))).toBeNull()
    expect(await refusingConstraint(() => insertRow(owner, 'AuditEvent', rowOf('AuditEvent', {})))).toBeNull()
  })

  it('are not lost with what they hang on: a report that has a history cannot be deleted', async () => {
    await expect(owner.query('DELETE FROM "StatusReport"')).rejects.toThrow(/append-only|foreign key constraint/)
    await expect(owner.query('DELETE FROM "Project"')).rejects.toThrow(/append-only|foreign key constraint/)
    await expect(owner.query('DELETE FROM "Organisation"')).rejects.toThrow(/append-only|foreign key constraint/)
  })
})
