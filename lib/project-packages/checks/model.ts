import { type Findings, pointer, shown } from '@/lib/project-packages/findings/model'
import type { PackageRow, Part, ProjectPackage, Value } from '@/lib/project-packages/format/model'
import { parts } from '@/lib/project-packages/parts/model'
import { type RowRule, rowRules } from '@/lib/project-packages/rules/model'

/** The place of a row in the file. */
export function placeOf(part: Part, row: PackageRow, ...more: readonly string[]): string {
  return pointer(part.name, row.at, ...more)
}

/** Rows of a part; none when the package says nothing of it. */
export function rowsOf({ rows }: ProjectPackage, name: string): readonly PackageRow[] {
  return rows.get(name) ?? []
}

/** What must hold between the rows of any package: names, references, trees, what no two rows may share. */
export function checkTogether(given: ProjectPackage, findings: Findings): void {
  for (const part of parts) {
    const rows = rowsOf(given, part.name)
    if (part.named) checkNames(part, rows, findings)
    for (const fields of part.unique ?? []) checkUnique(part, rows, fields, findings)
    if (part.key) checkUnique(part, rows, part.key, findings)
    checkReferences(part, rows, given, findings)
    for (const rule of rowRules[part.name] ?? []) {
      for (const row of rows) checkRule(part, row, rule, findings)
    }
  }
}

function checkNames(part: Part, rows: readonly PackageRow[], findings: Findings): void {
  const known = new Map<string, number>()
  for (const row of rows) {
    const first = known.get(row.id)
    if (first !== undefined)
      findings.add(placeOf(part, row, 'id'), 'same_id', { id: row.id, first: pointer(part.name, first) })
    else known.set(row.id, row.at)
  }
}

function checkUnique(part: Part, rows: readonly PackageRow[], fields: readonly string[], findings: Findings): void {
  const known = new Map<string, number>()
  for (const row of rows) {
    const values = fields.map((name) => row.values[name] ?? null)
    if (values.includes(null)) continue
    const key = JSON.stringify(values)
    const first = known.get(key)
    if (first === undefined) known.set(key, row.at)
    else {
      const told = { fields: fields.join(' + '), value: shown(values.join(' / ')), first: pointer(part.name, first) }
      findings.add(placeOf(part, row), 'same_values', told)
    }
  }
}

function checkReferences(part: Part, rows: readonly PackageRow[], given: ProjectPackage, findings: Findings): void {
  for (const { name, kind, of } of part.fields) {
    if (kind !== 'ref') continue
    const known = new Set([...rowsOf(given, of).map(({ id }) => id), ...(given.unread?.get(of) ?? [])])
    for (const row of rows) {
      const value = row.values[name]
      if (typeof value === 'string' && !known.has(value)) {
        findings.add(placeOf(part, row, name), 'dangling', { id: shown(value), part: of })
      }
    }
    if (of === part.name) checkCycles(part, rows, name, findings)
  }
}

/** A row that leads back to itself, told once per circle at the row that comes first. */
function checkCycles(part: Part, rows: readonly PackageRow[], field: string, findings: Findings): void {
  const above = new Map(rows.map((row) => [row.id, row.values[field]]))
  const settled = new Set<string>()
  for (const row of rows) {
    const way = new Set<string>()
    let at: Value | undefined = row.id
    while (typeof at === 'string' && !settled.has(at) && !way.has(at)) {
      way.add(at)
      at = above.get(at)
    }
    if (typeof at === 'string' && way.has(at)) {
      const start: string = at
      const circle = [...way].slice([...way].indexOf(start))
      findings.add(placeOf(part, row, field), 'cycle', { way: shown([...circle, start].join(' → ')) })
    }
    for (const id of way) settled.add(id)
  }
}

const says = (value: Value | undefined): boolean =>
  value !== null && value !== undefined && value !== false && !(typeof value === 'string' && value.trim() === '')

function checkRule(part: Part, row: PackageRow, rule: RowRule, findings: Findings): void {
  const value = (name: string): Value => (name === 'id' ? row.id : (row.values[name] ?? null))
  if (rule.rule === 'count') {
    const found = rule.fields.filter((name) => says(value(name))).length
    if (found >= rule.least && found <= rule.most) return
    findings.add(placeOf(part, row), 'count_of', {
      fields: rule.fields.join(', '),
      found,
      least: rule.least,
      most: rule.most,
    })
  } else if (rule.rule === 'order') {
    const [first, second] = rule.fields.map(value)
    if (first === null || second === null || first === undefined || second === undefined) return
    if (rule.strictly ? Number(first) < Number(second) : String(first) <= String(second)) return
    findings.add(placeOf(part, row, rule.fields[1]), 'order_of', { first: rule.fields[0], second: rule.fields[1] })
  } else if (rule.rule === 'between') {
    const number = value(rule.field)
    if (number === null || (Number(number) >= rule.least && Number(number) <= rule.most)) return
    findings.add(placeOf(part, row, rule.field), 'out_of_range', {
      found: shown(number),
      least: rule.least,
      most: rule.most,
    })
  } else if (rule.rule === 'filled') {
    if (!says(value(rule.field))) findings.add(placeOf(part, row, rule.field), 'empty_text', { field: rule.field })
  } else if (rule.rule === 'different') {
    const [first, second] = rule.fields.map(value)
    if (first === second && first !== null) {
      findings.add(placeOf(part, row), 'not_different', { first: rule.fields[0], second: rule.fields[1] })
    }
  } else checkDependence(part, row, rule, findings, value)
}

function checkDependence(
  part: Part,
  row: PackageRow,
  rule: Extract<RowRule, { rule: 'with' | 'without' }>,
  findings: Findings,
  value: (name: string) => Value,
): void {
  const said = value(rule.field)
  const applies = rule.values ? rule.values.includes(said as string | boolean) : says(said)
  if (!applies) return
  if (rule.rule === 'with') {
    if (!says(value(rule.filled)))
      findings.add(placeOf(part, row, rule.filled), 'needs', { field: rule.field, needed: rule.filled })
    return
  }
  for (const name of rule.empty) {
    if (value(name) !== null) findings.add(placeOf(part, row, name), 'excludes', { field: rule.field, excluded: name })
  }
}
