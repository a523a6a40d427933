import { describe, expect, it } from 'vitest'
import { type Capability, can, capabilities, type Role, rightTo, roles } from '@/lib/access/model'
import { inCounty, inProject, viewerWith } from '../support/builders/accounts'

// Written by hand from the product's description of the people, not taken from the code it judges.
const table = `
                     coordinator  director  finance  steering  auditor  admin  national
project.read         yes          yes       yes      yes       yes      yes    -
report.read          yes          yes       yes      -         -        yes    -
report.write         yes          -         -        -         -        -      -
report.review        -            yes       -        -         -        -      -
report.comment       yes          yes       yes      -         -        -      -
period.manage        -            yes       -        -         -        -      -
period.publish       -            yes       -        -         -        -      -
steering.read        yes          yes       yes      yes       yes      yes    -
finance.write           -            yes          yes          -            -            -            -
treasury.write          -            -            yes          -            -            yes          -
indicators.write        -            yes          yes          -            -            -            -
statistics.write        -            yes          yes          -            -            -            -
risks.write             -            yes          yes          -            -            -            -
plan_changes.propose    yes          yes          yes          -            -            -            -
plan_changes.write      -            yes          yes          -            -            -            -
plan.write              -            yes          yes          -            -            -            -
communications.write    yes          yes          yes          -            -            -            -
meetings.read           -            yes          yes          yes          yes          yes          -
meetings.write          -            yes          yes          -            -            -            -
meetings.approve        -            yes          -            yes          -            -            -
toimintamallit.write    yes          yes          yes          -            -            -            -
evidence.write          yes          yes          yes          -            -            -            -
project.write           -            yes          -            -            -            yes          -
project.move            -            -            -            -            -            yes          -
declaration.sign        -            yes          -            -            -            -            -
people.read             yes          yes          yes          -            yes          yes          -
county.manage           -            -            -            -            -            yes          -
county.looks            -            -            -            -            -            yes          -
templates.write         -            -            -            -            -            yes          -
final_report.read    yes          yes       yes      -         yes      yes    -
final_report.write   yes          yes       -        -         -        -      -
final_report.approve -            yes       -        -         -        -      -
final_report.export  yes          yes       yes      -         yes      yes    -
audit.read           -            yes       -        -         yes      yes    -
people.manage        -            -         -        -         -        yes    -
api_keys.manage      -            -         -        -         -        yes    -
statistics.state     -            -         -        -         -        yes    -
retention.manage     -            -         -        -         -        yes    -
retention.hold       -            yes       -        -         -        yes    -
health.read          -            -         -        -         -        yes    -
mail.read            -            -         -        -         -        yes    -
`

const [head = [], ...lines] = table
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/))
const cells = lines.flatMap(([capability = '', ...answers]) =>
  answers.map((answer, i) => ({
    capability: capability as Capability,
    role: head[i] as Role,
    allowed: answer === 'yes',
  })),
)

const own = 'project-own'
const other = 'project-other'
/** admin and national cover the county; the others are held in one project. */
const holder = (role: Role) =>
  viewerWith([role === 'admin' || role === 'national' ? inCounty(role) : inProject(role, own)])

describe('what a role may do', () => {
  it('is written down for every role and every capability', () => {
    expect(head).toEqual([...roles])
    expect(lines.map(([capability]) => capability)).toEqual(Object.keys(capabilities))
    expect(cells).toHaveLength(roles.length * Object.keys(capabilities).length)
  })

  it.each(cells)('$role, $capability: $allowed', ({ capability, role, allowed }) => {
    expect(rightTo(holder(role), capability, own)).toBe(allowed ? role : null)
    expect(can(holder(role), capability, own)).toBe(allowed)
  })

  it.each(cells.filter(({ role }) => role !== 'admin'))(
    '$role, $capability: never in a project where the role is not held',
    (cell) => {
      expect(can(holder(cell.role), cell.capability, other)).toBe(false)
      expect(can(holder(cell.role), cell.capability, null)).toBe(false)
    },
  )

  it('somebody without a role may do nothing', () => {
    for (const { capability } of cells) expect(can(viewerWith([]), capability, own)).toBe(false)
  })

  it('several roles add up, and the right named is the one that allowed the act', () => {
    const both = viewerWith([inProject('steering', own), inProject('director', other), inProject('coordinator', own)])
    expect(rightTo(both, 'report.write', own)).toBe('coordinator')
    expect(rightTo(both, 'period.publish', own)).toBeNull()
    expect(rightTo(both, 'period.publish', other)).toBe('director')
  })

  it('a system actor may do everything under its own name', () => {
    const system = viewerWith([], { kind: 'system', name: 'operator' })
    for (const { capability } of cells) expect(rightTo(system, capability, own)).toBe('system:operator')
  })
})
