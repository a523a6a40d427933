// A recipe says how one action or route of the product is brought to have its effect, so that sending it again can be tried.
import type { Viewer } from '@/lib/access/model'

/** A form of a page, filled in as a person would. */
export type FormSending = {
  who: Viewer
  page: string
  /** What is typed or chosen, and the pressed button, by name; everything else is sent as it stands in the page */
  fill?: Readonly<Record<string, string | readonly string[]>>
  /** Picks one of several forms of the same action: it holds this value under this name */
  having?: readonly [name: string, value: string]
  /** The button that is pressed, by its name; needed where a button carries what is sent */
  press?: string
  /** A chosen file */
  file?: { field: string; name: string; bytes: Buffer<ArrayBuffer> }
}

/** A request that a script of the product sends. */
export type ScriptSending = { who: Viewer; url: string; body: unknown }

export type Recipe = {
  /** "file#export" of an action or "METHOD /route", as the build names it */
  of: string
  /** Rows that one sending adds, by table; every other table must stay as long as it was */
  adds: Readonly<Record<string, number>>
  /** Sent with another key it has its effect again: used to show that a second effect would be seen */
  repeatable?: true
  /** Brings about a state of its own in which it can be sent once */
  prepare(): Promise<{ form: FormSending } | { script: ScriptSending }>
}

/** Actions and routes for which sending again is looked at elsewhere or changes nothing, each with its reason. */
export const withoutRecipe: Readonly<Record<string, string>> = {
  'app/(public)/sign-in/actions.ts#enter':
    'signing in again makes one more session, as meant; no key before signing in',
  'app/(public)/sign-in/actions.ts#enterCode':
    'a code and an attempt count once: tests/access/second-step.db.test.ts; no key before signing in',
  'app/(public)/sign-in/actions.ts#leave': 'the second sending comes from nobody: it is refused, tests/access',
  'app/(public)/first-administrator/actions.ts#becomeFirstAdministrator':
    'an invitation works once: tests/access/invitations.db.test.ts',
  'app/(public)/invitation/actions.ts#accept': 'a link works once: tests/access/people-links.db.test.ts',
  'POST /api/auth/[...nextauth]': 'the standard endpoint of signing in and out, as the two actions above',
  'POST /api/reports/[report]/presence': 'tells who is there now: a row per tab, written over, nothing is kept',
  'POST /api/final-report/[section]/presence': 'tells who is there now: a row per tab, written over, nothing is kept',
  'DELETE /api/final-report/[section]/presence': 'tells that a tab is gone; gone twice is gone',
  'POST /api/final-report/[section]/pictures':
    'keeps a file that nothing shows until the text of the section names it; sent twice it leaves one that is never named',
  'POST /api/session': 'a use of the session, as opening a page is',
  'POST /api/shortcuts': 'sets a cookie of the browser to what was chosen; nothing is kept on the server',
  'POST /api/copy-key':
    'hands a browser the key of its local copy; one made by a request sent twice encrypts nothing and is forgotten',
  'DELETE /api/reports/[report]/presence': 'tells that a tab is gone; gone twice is gone',
}
