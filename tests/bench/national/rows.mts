// Rows of the national view's database, written by the owner of the tables, set by set. Every number comes of the places of its
// row, so that two runs give the same rows. No triggers and references are asked: no person writes here.
import type pg from 'pg'
import {
  countyName,
  countyOf,
  ownerMark,
  projectKey,
  projectMark,
  projectName,
  projects,
  quarter,
  type Size,
} from './size.mts'

/** Kinds of rows in ids, each with its own number. */
const kinds = [
  ...['organisation', 'project', 'level', 'investment', 'area', 'unit', 'action', 'indicator', 'version', 'target'],
  ...['period', 'report', 'entry', 'event', 'measurement', 'cell', 'risk', 'assessment', 'table', 'line', 'purchase'],
  ...['actual', 'forecast', 'model', 'change', 'user', 'mitigation', 'objective', 'snapshot', 'membership', 'session'],
] as const
export type Kind = (typeof kinds)[number]

/** An id as SQL: of a county's or project's mark, a kind and a number. */
const idOf = (mark: string, kind: Kind, number: string): string =>
  `(${mark} || '${(kinds.indexOf(kind) + 1).toString(16).padStart(4, '0')}-4000-8000-' || lpad(to_hex((${number})::bigint), 12, '0'))::uuid`
export const own = (kind: Kind, number: string) => idOf('p.mark', kind, number)

/** The same id for a query from outside. */
export const idIn = (mark: string, kind: Kind, number: number): string =>
  `${mark}${(kinds.indexOf(kind) + 1).toString(16).padStart(4, '0')}-4000-8000-${number.toString(16).padStart(12, '0')}`

/** A whole number from 0 to `below` − 1 that looks like any. */
const any = (below: number, ...places: string[]): string =>
  `((${places.map((place, at) => `(${place}) * ${[7919, 104_729, 1_299_709][at] ?? 31}`).join(' + ')} + 17) % ${below})`

const text = (times: number, ...places: string[]): string =>
  `repeat((ARRAY['Palvelupolkua kehitettiin yksiköiden kanssa. ', 'Henkilöstö koulutettiin uuteen malliin. ', 'Tulokset näkyvät vasta myöhemmin. '])[1 + ${any(3, ...places)}], ${times})`

const unitsOf = (size: Size) => `generate_series(0, ${size.units - 1}) u`
const investments = 6
const risks = 20
const lines = 60
const purchases = 200

/** Everything but what quarters bring. */
function structure(size: Size): string[] {
  const indicators = `generate_series(0, ${size.units * size.indicatorsOfUnit - 1}) i`
  const isNational = `i < ${investments * 2}`
  return [
    `INSERT INTO "Programme" (id, key, name, "shortName", funder, "statementFi", "statementSv", "statementEn")
     VALUES ('c0da0001-0001-4000-8000-000000000001', 'kansa', 'Kansallinen ohjelma', 'KO', 'Rahoittaja', 'Rahoitettu', 'Finansierad', 'Funded')`,
    `INSERT INTO "Organisation" (id, key, name) SELECT DISTINCT p.owner, 'alue-' || p.county, p."countyName" FROM p`,
    `INSERT INTO "Project" (id, "organisationId", "programmeId", key, name, "totalCost")
     SELECT ${own('project', '1')}, p.owner, 'c0da0001-0001-4000-8000-000000000001', p.key, p.name, 24000000 FROM p`,
    `INSERT INTO "User" (id, "organisationId", email, name)
     SELECT ${own('user', '1')}, p.owner, 'johtaja-' || p.no || '@bench.example', 'Johtaja' FROM p`,
    `INSERT INTO "Membership" (id, "organisationId", "userId", "projectId", role)
     SELECT ${own('membership', '1')}, p.owner, ${own('user', '1')}, ${own('project', '1')}, 'director' FROM p`,
    `INSERT INTO "ServiceArea" (id, "organisationId", name, sort)
     SELECT ${idOf('p."ownerMark"', 'area', 'a')}, p.owner, 'Palvelualue ' || a, a
       FROM (SELECT DISTINCT owner, "ownerMark" FROM p) p, generate_series(1, 5) a`,
    `INSERT INTO "InvestmentLevel" (id, "organisationId", "projectId", key, label, depth)
     SELECT ${own('level', '1')}, p.owner, ${own('project', '1')}, 'investment', 'investointi', 0 FROM p`,
    `INSERT INTO "Investment" (id, "organisationId", "projectId", "levelId", "sourceId", code, title, "titleVariants", sort)
     SELECT ${own('investment', 'i')}, p.owner, ${own('project', '1')}, ${own('level', '1')}, 'I' || i, 'I' || i, 'Investointi ' || i, '{}', i
       FROM p, generate_series(1, ${investments}) i`,
    `INSERT INTO "WorkPackage" (id, "organisationId", "projectId", "investmentId", "sourceId", level, reports, code, "titlePlan", "titleReview", "earlierTitles", "reviewSlides", "costEstimate", sort)
     SELECT ${own('unit', 'u')}, p.owner, ${own('project', '1')}, ${own('investment', `1 + u % ${investments}`)}, 'TP' || u, 'plan', true, 'TP ' || u,
            'Työpaketti ' || u, 'Työpaketti ' || u, '{}', '{}', 100000 + 1000 * u, u FROM p, ${unitsOf(size)}`,
    `INSERT INTO "WorkPackageServiceArea" ("organisationId", "workPackageId", "serviceAreaId", sort)
     SELECT p.owner, ${own('unit', 'u')}, ${idOf('p."ownerMark"', 'area', '1 + u % 5')}, 0 FROM p, ${unitsOf(size)}`,
    `INSERT INTO "WorkPackageItem" (id, "organisationId", "workPackageId", kind, text, sort)
     SELECT ${own('objective', 'u')}, p.owner, ${own('unit', 'u')}, 'objective', ${text(3, 'u')}, 0 FROM p, ${unitsOf(size)}`,
    `INSERT INTO "Action" (id, "organisationId", "workPackageId", origin, no, title, sort)
     SELECT ${own('action', `u * ${size.actionsOfUnit} + a`)}, p.owner, ${own('unit', 'u')}, 'plan', a + 1, 'Toimenpide ' || u || '.' || a, a
       FROM p, ${unitsOf(size)}, generate_series(0, ${size.actionsOfUnit - 1}) a`,
    `INSERT INTO "Indicator" (id, "organisationId", "projectId", "workPackageId", "investmentId", "sourceId", clarifications, sort)
     SELECT ${own('indicator', 'i')}, p.owner, ${own('project', '1')}, CASE WHEN ${isNational} THEN NULL ELSE ${own('unit', `i % ${size.units}`)} END,
            CASE WHEN ${isNational} THEN ${own('investment', `1 + i % ${investments}`)} END, 'M' || i, '{}', i FROM p, ${indicators}`,
    `INSERT INTO "IndicatorVersion" (id, "organisationId", "indicatorId", version, name, scope, kind, unit, direction, dimensions)
     SELECT ${own('version', 'i')}, p.owner, ${own('indicator', 'i')}, 1, 'Kiireettömien käyntien osuus, mittari ' || i,
            (CASE WHEN ${isNational} THEN 'national' ELSE 'local' END)::"IndicatorScope", 'numeric', '%', 'up', '{}' FROM p, ${indicators}`,
    `INSERT INTO "IndicatorTarget" (id, "organisationId", "indicatorId", "versionId", role, operator, "asWritten", number, unit, "timeCode", "timeFrom", "timeTo", sort)
     SELECT ${own('target', 'i')}, p.owner, ${own('indicator', 'i')}, ${own('version', 'i')}, 'final', 'gte', 'vähintään ' || (40 + i % 50) || ' %',
            40 + i % 50, '%', '2025-12-31', '2025-12-31', '2025-12-31', 0 FROM p, ${indicators}`,
    `INSERT INTO "Risk" (id, "organisationId", "projectId", no, description, "ownerRoles", sort)
     SELECT ${own('risk', 'r')}, p.owner, ${own('project', '1')}, r, 'Riski ' || r || ': ' || ${text(2, 'r')}, '{}', r FROM p, generate_series(1, ${risks}) r`,
    `INSERT INTO "RiskMitigation" (id, "organisationId", "riskId", text, sort)
     SELECT ${own('mitigation', 'r')}, p.owner, ${own('risk', 'r')}, ${text(2, 'r')}, 0 FROM p, generate_series(1, ${risks}) r`,
    `INSERT INTO "BudgetTable" (id, "organisationId", "projectId", source, "statedTotal", sort)
     SELECT ${own('table', '1')}, p.owner, ${own('project', '1')}, 'Hankesuunnitelma', NULL, 0 FROM p`,
    `INSERT INTO "BudgetLine" (id, "organisationId", "tableId", "investmentId", "workPackageId", title, year, amount, sort)
     SELECT ${own('line', 'l')}, p.owner, ${own('table', '1')}, ${own('investment', `1 + l % ${investments}`)}, ${own('unit', `l % ${size.units}`)},
            'Rivi ' || l, 2016 + l % 10, 1000.25 + ${any(900_000, 'l')}, l FROM p, generate_series(1, ${lines}) l`,
    `INSERT INTO "Purchase" (id, "organisationId", "projectId", "investmentId", "workPackageId", "sourceId", title, amount, supplier, sort)
     SELECT ${own('purchase', 'h')}, p.owner, ${own('project', '1')}, ${own('investment', `1 + h % ${investments}`)}, ${own('unit', `h % ${size.units}`)},
            'H' || h, 'Hankinta ' || h, CASE WHEN h % 9 > 0 THEN 100.5 + ${any(60_000, 'h')} END, 'Toimittaja ' || h % 30, h
       FROM p, generate_series(1, ${purchases}) h`,
    `INSERT INTO "Toimintamalli" (id, "organisationId", "projectId", "workPackageId", name, goals, results, sort)
     SELECT ${own('model', 'm')}, p.owner, ${own('project', '1')}, ${own('unit', `m % ${size.units}`)}, 'Toimintamalli ' || m, '{}', '{}', m
       FROM p, generate_series(1, 30) m`,
    `INSERT INTO "PlanChange" (id, "organisationId", "projectId", "workPackageId", no, title, what, why, state, sort)
     SELECT ${own('change', 'c')}, p.owner, ${own('project', '1')}, ${own('unit', `c % ${size.units}`)}, c, 'Muutos ' || c, ${text(2, 'c')}, ${text(2, 'c', '3')},
            'decided', c FROM p, generate_series(1, 20) c`,
  ]
}

/** What the quarters of the temporary table `q` bring. Statements that give values say so. */
function ofQuarters(size: Size): { values: boolean; sql: string }[] {
  const reports = `p, q, ${unitsOf(size)}`
  const report = own('report', `q.no * 1000 + u`)
  const entry = (at: number) => own('entry', `(q.no * 1000 + u) * 100 + ${at}`)
  const text_ = (section: string, field: string, at: number, content: string) => ({
    values: true,
    sql: `INSERT INTO "StatusReportEntry" (id, "organisationId", "reportId", path, section, field, text, sort)
          SELECT ${entry(at)}, p.owner, ${report}, '${pathSection[section] ?? section}/${field}', '${section}', '${field}', ${content}, ${at} FROM ${reports}`,
  })
  const ofAction = (field: string, at: number, content: string) => ({
    values: true,
    sql: `INSERT INTO "StatusReportEntry" (id, "organisationId", "reportId", path, section, field, "actionId", text, sort)
          SELECT ${own('entry', `(q.no * 1000 + u) * 100 + ${at} + a`)}, p.owner, ${report}, 'actions/' || ${own('action', `u * ${size.actionsOfUnit} + a`)} || '/${field}', 'actions', '${field}',
                 ${own('action', `u * ${size.actionsOfUnit} + a`)}, ${content}, ${at} + a FROM ${reports}, generate_series(0, ${size.actionsOfUnit - 1}) a`,
  })
  const ofIndicator = (field: string, at: number, content: string) => ({
    values: true,
    sql: `INSERT INTO "StatusReportEntry" (id, "organisationId", "reportId", path, section, field, "indicatorId", text, sort)
          SELECT ${own('entry', `(q.no * 1000 + u) * 100 + ${at} + n`)}, p.owner, ${report}, 'indicators/' || ${own('indicator', `n * ${size.units} + u`)} || '/${field}', 'indicators', '${field}',
                 ${own('indicator', `n * ${size.units} + u`)}, ${content}, ${at} + n FROM ${reports}, generate_series(0, ${size.indicatorsOfUnit - 1}) n`,
  })
  const amounts = (table: string, kind: Kind) => ({
    values: true,
    sql: `INSERT INTO "${table}" (id, "organisationId", "projectId", "periodId", "workPackageId", amount)
          SELECT ${own(kind, 'q.no * 100 + a')}, p.owner, ${own('project', '1')}, ${own('period', 'q.no')}, ${own('unit', `a % ${size.units}`)}, 1000.5 + ${any(9000, 'q.no', 'a')}
            FROM p, q, generate_series(0, 11) a`,
  })
  const indicators = `generate_series(0, ${size.units * size.indicatorsOfUnit - 1}) i`
  const measured = own('measurement', 'q.no * 1000 + i')
  return [
    {
      values: false,
      sql: `INSERT INTO "ReportingPeriod" (id, "organisationId", "projectId", key, "from", "to", state)
            SELECT ${own('period', 'q.no')}, p.owner, ${own('project', '1')}, q.key, q."from", q."to", 'published' FROM p, q`,
    },
    {
      values: false,
      sql: `INSERT INTO "StatusReport" (id, "organisationId", "unitId", "periodId", state, "derivedFigures")
            SELECT ${report}, p.owner, ${own('unit', 'u')}, ${own('period', 'q.no')}, 'published', '{}' FROM ${reports}`,
    },
    {
      values: false,
      sql: `INSERT INTO "StatusReportEvent" (id, "organisationId", "reportId", seq, type, "actorId", at, opens)
            SELECT ${own('event', '(q.no * 1000 + u) * 10 + e.no')}, p.owner, ${report}, e.no, e.type::"ReportEventType", ${own('user', '1')}, q."to" + e.no, '{}'
              FROM ${reports}, (VALUES (1, 'saved'), (2, 'submitted'), (3, 'approved'), (4, 'published')) e (no, type)`,
    },
    text_('overall', 'light', 0, `(ARRAY['green', 'green', 'yellow', 'red'])[1 + ${any(4, 'q.no', 'u')}]`),
    text_('overall', 'reason', 1, text(1, 'q.no', 'u')),
    text_('results', 'text', 2, text(4, 'q.no', 'u')),
    text_('next_steps', 'text', 3, text(3, 'u', 'q.no')),
    text_('deviations', 'text', 4, text(2, 'u', 'q.no')),
    ofAction('text', 10, text(3, 'q.no', 'u', 'a')),
    ofAction('state', 30, `(ARRAY['started', 'in_progress', 'done'])[1 + ${any(3, 'q.no', 'u', 'a')}]`),
    ofIndicator('value', 50, `${any(1000, 'q.no', 'n', 'u')} / 10 || ',5'`),
    ofIndicator('n', 60, `(100 + ${any(900, 'q.no', 'n')})::text`),
    ofIndicator('note', 70, text(1, 'q.no', 'n')),
    {
      values: true,
      sql: `INSERT INTO "Measurement" (id, "organisationId", "indicatorId", "reportId", role, kind, "asWritten", number, unit, n, "timeCode", "timeFrom", "timeTo", flags, sort)
            SELECT ${measured}, p.owner, ${own('indicator', 'i')}, ${own('report', `q.no * 1000 + i % ${size.units}`)}, 'actual',
                   (CASE WHEN i < ${size.units} THEN 'breakdown' ELSE 'number' END)::"ValueKind", NULL, ${any(1000, 'q.no', 'i')} / 10.0, '%', 100 + i, q.key, q."from", q."to", '{}', q.no
              FROM p, q, ${indicators}`,
    },
    {
      values: true,
      sql: `INSERT INTO "MeasurementCell" (id, "organisationId", "measurementId", label, dimensions, number, unit, sort)
            SELECT ${own('cell', '(q.no * 1000 + i) * 100 + c')}, p.owner, ${measured}, 'Kunta ' || c, jsonb_build_object('kunta', 'Kunta ' || c), ${any(1000, 'q.no', 'i', 'c')} / 10.0, '%', c
              FROM p, q, generate_series(0, ${size.units - 1}) i, generate_series(1, ${size.cells}) c`,
    },
    {
      values: true,
      sql: `INSERT INTO "RiskAssessment" (id, "organisationId", "riskId", "periodId", probability, impact, sort)
            SELECT ${own('assessment', 'q.no * 100 + r')}, p.owner, ${own('risk', 'r')}, ${own('period', 'q.no')}, 1 + ${any(5, 'q.no', 'r')}, 1 + ${any(5, 'r', 'q.no')}, q.no
              FROM p, q, generate_series(1, ${risks}) r`,
    },
    amounts('Actual', 'actual'),
    amounts('Forecast', 'forecast'),
  ]
}

const pathSection: Readonly<Record<string, string>> = { next_steps: 'nextSteps' }

/** Names of counties, projects and quarters for the statements (`p`, `q`); they last as long as the connection. */
export async function places(owner: pg.Client, from: number, to: number): Promise<void> {
  await owner.query(`SET session_replication_role = replica`)
  await owner.query(`DROP TABLE IF EXISTS pg_temp.p; DROP TABLE IF EXISTS pg_temp.q;
    CREATE TEMP TABLE p (no int, mark text, county int, owner uuid, "ownerMark" text, "countyName" text, key text, name text);
    CREATE TEMP TABLE q (no int, key text, "from" date, "to" date)`)
  for (let no = 1; no <= projects; no += 1) {
    const county = countyOf(no)
    await owner.query('INSERT INTO p VALUES ($1, $2, $3, $4, $5, $6, $7, $8)', [
      ...[no, projectMark(no), county, idIn(ownerMark(county), 'organisation', 1), ownerMark(county)],
      countyName(county),
      ...[projectKey(no), projectName(no)],
    ])
  }
  for (let no = from; no <= to; no += 1) {
    const { key, from: first, to: last } = quarter(no)
    await owner.query('INSERT INTO q VALUES ($1, $2, $3, $4)', [no, key, first, last])
  }
  await owner.query('ANALYZE p; ANALYZE q')
}

/** Counties, projects and everything that does not come quarter by quarter. */
export async function layStructure(owner: pg.Client, size: Size): Promise<void> {
  await places(owner, 1, 0)
  for (const sql of structure(size)) await owner.query(sql)
}

/** What the quarters bring. Answers how many values that was: rows of entries, measurements, cells, assessments and amounts. */
export async function layQuarters(owner: pg.Client, size: Size, from: number, to: number): Promise<number> {
  await places(owner, from, to)
  let values = 0
  for (const { sql, values: isValues } of ofQuarters(size)) {
    // As they come in reality: quarter by quarter, project by project, what belongs together side by side.
    const { rowCount } = await owner.query(`${sql} ORDER BY q.no, p.no, 1`)
    if (isValues) values += rowCount ?? 0
  }
  return values
}
