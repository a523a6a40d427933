/** Where the tab keeps what was typed while its writer signs in again; what lies there is encrypted. */
const place = 'etappi-typed'
const keptMinutes = 30

/** Why the page was left: to sign in again, or since the server had become a newer one. */
export type Why = 'signIn' | 'renewed'
type Typed = { path: string; why?: Why; fields: [name: string, value: string][] }
type Kept = { keyId: string; iv: string; data: string; at: number }

const here = (): string => location.pathname + location.search
const toText = (bytes: ArrayBuffer | Uint8Array): string => btoa(String.fromCharCode(...new Uint8Array(bytes)))
const toBytes = (text: string) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
const notKept = new Set(['password', 'file', 'submit', 'button'])

/** Controls that a person fills in; `hidden` ones tell forms of one kind apart. */
function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (one): one is Control =>
      (one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement) &&
      one.name !== '' &&
      one.name !== 'once' &&
      !one.name.startsWith('$ACTION') &&
      !notKept.has(one.type),
  )
}

/** Whether a form has anything that could be lost, and this browser can keep it unreadable for others. */
export function canKeep(form: HTMLFormElement | null): form is HTMLFormElement {
  if (!form || typeof crypto.subtle === 'undefined') return false
  return controlsOf(form).some(({ type }) => type !== 'hidden')
}

/**
 * Keeps what was typed into a form for this tab, encrypted with a key that only the server keeps and gives to the same person.
 * @throws when the server gives no key
 */
export async function keepTyping(form: HTMLFormElement, why: Why = 'signIn'): Promise<void> {
  const { askForSeal } = await import('@/components/status-reports/form/copy/seal')
  const seal = await askForSeal([])
  if (!seal) throw new Error('no key')
  const fields = controlsOf(form).flatMap((one): [string, string][] =>
    one instanceof HTMLInputElement && /^(checkbox|radio)$/.test(one.type) && !one.checked
      ? []
      : [[one.name, one.value]],
  )
  const { iv, data } = await seal.close(JSON.stringify({ path: here(), why, fields } satisfies Typed), place)
  const kept: Kept = { keyId: seal.keyId, iv: toText(iv), data: toText(data), at: Date.now() }
  sessionStorage.setItem(place, JSON.stringify(kept))
}

/** Puts what was kept back into its form, once. Says why it had been kept; null: another person, or another page, finds nothing. */
export async function restoreTyping(): Promise<Why | null> {
  const text = sessionStorage.getItem(place)
  if (!text) return null
  sessionStorage.removeItem(place)
  const kept = JSON.parse(text) as Kept
  if (Date.now() - kept.at > keptMinutes * 60_000) return null
  const { askForSeal } = await import('@/components/status-reports/form/copy/seal')
  const seal = await askForSeal([kept.keyId])
  if (!seal?.knows(kept.keyId)) return null
  const typed = JSON.parse(await seal.open(kept.keyId, toBytes(kept.iv), toBytes(kept.data).buffer, place)) as Typed
  const form = typed.path === here() ? formOf(typed.fields) : null
  if (!form) return null
  fill(form, typed.fields)
  if (typed.why === 'renewed') keepBasis(form, typed.fields)
  return typed.why ?? 'signIn'
}

/** The form with the same fields; of several the one whose hidden values are most alike. */
function formOf(fields: Typed['fields']): HTMLFormElement | null {
  const given = new Set(fields.map(([name]) => name))
  const alike = (form: HTMLFormElement) =>
    controlsOf(form).filter(
      ({ type, name, value }) => type === 'hidden' && fields.some(([n, v]) => n === name && v === value),
    ).length
  const fitting = [...document.forms].filter((form) => {
    const names = new Set(controlsOf(form).map(({ name }) => name))
    return canKeep(form) && [...given].every((name) => names.has(name))
  })
  return fitting.sort((a, b) => alike(b) - alike(a))[0] ?? null
}

/**
 * What was typed stays based on the version that its writer saw: what somebody else has stored since is told when it is sent, and
 * not written over unseen.
 */
function keepBasis(form: HTMLFormElement, fields: Typed['fields']): void {
  const version = form.elements.namedItem('version')
  const before = fields.find(([name]) => name === 'version')?.[1]
  if (version instanceof HTMLInputElement && version.type === 'hidden' && before !== undefined) version.value = before
}

function fill(form: HTMLFormElement, fields: Typed['fields']): void {
  for (const one of controlsOf(form).filter(({ type }) => type !== 'hidden')) {
    const values = fields.filter(([name]) => name === one.name).map(([, value]) => value)
    if (one instanceof HTMLInputElement && /^(checkbox|radio)$/.test(one.type)) {
      if (one.checked !== values.includes(one.value)) one.click()
      continue
    }
    if (values[0] === undefined || one.value === values[0]) continue
    // As if typed: a field that follows what is typed must see it.
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(one), 'value')?.set?.call(one, values[0])
    one.dispatchEvent(new Event('input', { bubbles: true }))
    one.dispatchEvent(new Event('change', { bubbles: true }))
  }
  for (let part = form.parentElement; part; part = part.parentElement) {
    if (part instanceof HTMLDetailsElement) part.open = true
  }
}

/** Signing out leaves nothing of it. */
export function forgetTyping(): void {
  if (typeof sessionStorage !== 'undefined') sessionStorage.removeItem(place)
}
