// Written by hand from the product's description of the round, not from the code it judges.
// What each operation is answered in each state when its own person does it on what stands now.
// ok; L locked (not open for writing); W wrong state; I incomplete.
const byState = `
                not_started draft  submitted in_review returned approved published
save            ok          ok     L         L         ok       L        L
confirm         ok          ok     L         L         ok       L        L
submit          I           ok     W         W         ok       W        W
recall          W           W      ok        W         W        W        W
startReview     W           W      ok        W         W        W        W
return          W           W      ok        ok        W        W        W
approve         W           W      ok        ok        W        W        W
reopen          W           W      W         W         W        ok       ok
correct         W           W      W         W         W        ok       ok
addEvidence     ok          ok     L         L         ok       L        L
importReport    E           E      E         E         E        E        E`

// Who does what: every other role is refused. w the unit's own coordinator, r the director, s the product itself.
const byRole = `
                coordinator otherCoordinator director finance admin steering auditor otherCounty national system
save            yes         NOT_ALLOWED      NOT_ALLOWED NOT_ALLOWED NOT_ALLOWED NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND -
confirm         yes         NOT_ALLOWED      NOT_ALLOWED NOT_ALLOWED NOT_ALLOWED NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND -
submit          yes         NOT_ALLOWED      NOT_ALLOWED NOT_ALLOWED NOT_ALLOWED NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND -
recall          yes         NOT_ALLOWED      NOT_ALLOWED NOT_ALLOWED NOT_ALLOWED NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND -
startReview     NOT_ALLOWED NOT_ALLOWED      yes         NOT_ALLOWED NOT_ALLOWED NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND -
return          NOT_ALLOWED NOT_ALLOWED      yes         NOT_ALLOWED NOT_ALLOWED NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND -
approve         NOT_ALLOWED NOT_ALLOWED      yes         NOT_ALLOWED NOT_ALLOWED NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND -
reopen          NOT_ALLOWED NOT_ALLOWED      yes         NOT_ALLOWED NOT_ALLOWED NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND -
correct         NOT_ALLOWED NOT_ALLOWED      yes         NOT_ALLOWED NOT_ALLOWED NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND -
addEvidence     yes         NOT_ALLOWED      NOT_ALLOWED NOT_ALLOWED NOT_ALLOWED NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND -
importReport    NOT_ALLOWED NOT_ALLOWED      NOT_ALLOWED NOT_ALLOWED NOT_ALLOWED NOT_ALLOWED NOT_ALLOWED NOT_ALLOWED NOT_ALLOWED yes`

// The state afterwards; "=" the same. "w" is where it was last written: draft, or returned after a return.
const after = `
                not_started draft     submitted returned approved published in_review
save            draft       =         =         =        =        =         =
confirm         draft       =         =         =        =        =         =
submit          =           submitted =         submitted =       =         =
recall          =           =         w         =        =        =         =
startReview     =           =         in_review =        =        =         =
return          =           =         returned  =        =        =         returned
approve         =           =         approved  =        =        =         approved
reopen          =           =         =         =        draft    draft     =
correct         =           =         =         =        =        =         =
addEvidence     =           =         =         =        =        =         =
importReport    =           =         =         =        =        =         =`

export const operations = [
  'save',
  'confirm',
  'submit',
  'recall',
  'startReview',
  'return',
  'approve',
  'reopen',
  'correct',
  'addEvidence',
  'importReport',
] as const
export type Operation = (typeof operations)[number]

type Table = Readonly<Record<string, Readonly<Record<string, string>>>>

function read(text: string): Table {
  const [head = '', ...rows] = text.trim().split('\n')
  const columns = head.trim().split(/\s+/)
  return Object.fromEntries(
    rows.map((row) => {
      const [name = '', ...cells] = row.trim().split(/\s+/)
      if (cells.length !== columns.length) throw new Error(`row ${name} has ${cells.length} cells`)
      return [name, Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']))]
    }),
  )
}

const answers: Record<string, string> = { L: 'LOCKED', W: 'WRONG_STATE', I: 'INCOMPLETE', E: 'EXISTS', ok: 'ok' }

const states = read(byState)
const rolesTable = read(byRole)
const nextStates = read(after)

export const expectedRoles = Object.keys(Object.values(rolesTable)[0] ?? {})
export const expectedStates = Object.keys(Object.values(states)[0] ?? {})

/** What the tables say is answered; "-" = nobody asks. */
export function expectedAnswer(operation: Operation, role: string, state: string): string {
  const right = rolesTable[operation]?.[role] ?? '?'
  return right === 'yes' ? (answers[states[operation]?.[state] ?? ''] ?? '?') : right
}

/** What the tables say the state is after the operation succeeded. */
export function expectedState(operation: Operation, state: string, writtenIn: string): string {
  const next = nextStates[operation]?.[state] ?? '?'
  if (next === 'w') return writtenIn
  return next === '=' ? state : next
}
