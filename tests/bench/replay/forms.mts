// The forms of a page as the server wrote them, and what a browser without scripts would send of one.

export type Control = {
  name: string
  value: string
  kind: string
  chosen: boolean
  /** The form it names as its own */
  form: string | null
  html: string
}
export type Form = { action: string; controls: Control[] }

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#x27': "'", nbsp: '\u00a0' }

function decoded(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#\d+|[a-z]+);/gi, (whole, name: string) => {
    if (name in named) return named[name] ?? whole
    if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16))
    return name.startsWith('#') ? String.fromCodePoint(Number(name.slice(1))) : whole
  })
}

function attributes(tag: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', quoted] of tag.matchAll(/\s([a-zA-Z-:]+)(?:="([^"]*)")?/g)) {
    found.set(name.toLowerCase(), decoded(quoted ?? ''))
  }
  return found
}

export function formsOf(html: string): Form[] {
  const belonging = controlsOf(html).filter(({ form }) => form !== null)
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head = '', inside = '']) => {
    const given = attributes(` ${head}`)
    const id = given.get('id')
    // A control may also name the form it belongs to, wherever it stands.
    const controls = controlsOf(inside).filter(({ form }) => form === null || form === id)
    const outside = belonging.filter(({ form, html: own }) => form === id && !inside.includes(own))
    return { action: given.get('action') ?? '', controls: [...controls, ...outside] }
  })
}

function controlsOf(inside: string): Control[] {
  const found: Control[] = []
  const add = (html: string, given: Map<string, string>, control: Pick<Control, 'kind' | 'value' | 'chosen'>) => {
    const name = given.get('name')
    if (name && !given.has('disabled')) found.push({ name, ...control, form: given.get('form') ?? null, html })
  }
  for (const [whole, tag = '', head = '', rest = ''] of inside.matchAll(
    /<(input|textarea|select|button)\b([^>]*?)\/?>((?:(?!<(?:input|textarea|select|button)\b)[\s\S])*)/g,
  )) {
    const given = attributes(` ${head}`)
    if (tag === 'input') {
      const kind = given.get('type') ?? 'text'
      const marked = kind === 'checkbox' || kind === 'radio'
      add(whole, given, {
        kind,
        value: given.get('value') ?? (marked ? 'on' : ''),
        chosen: !marked || given.has('checked'),
      })
    } else if (tag === 'textarea') {
      const text = decoded(rest.split('</textarea>')[0] ?? '').replace(/^\n/, '')
      add(whole, given, { kind: 'textarea', value: text, chosen: true })
    } else if (tag === 'select') {
      const options = [...rest.matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) => attributes(` ${option}`))
      const option = options.find((one) => one.has('selected')) ?? options[0]
      add(whole, given, { kind: 'select', value: option?.get('value') ?? '', chosen: option !== undefined })
    } else add(whole, given, { kind: 'button', value: given.get('value') ?? '', chosen: false })
  }
  return found
}

/** Pairs that are sent: what stands in the form, with some fields filled in. A field that the form does not have is an error. */
export function filled(
  form: Form,
  fill: Readonly<Record<string, string | readonly string[]>>,
  press: string | null,
): [string, string][] {
  const missing = Object.keys(fill).filter((name) => !form.controls.some((control) => control.name === name))
  if (missing.length > 0) throw new Error(`the form has no ${missing.join(', ')}`)
  const sent: [string, string][] = form.controls
    .filter(
      ({ name, chosen, kind }) =>
        (chosen || (kind === 'button' && name === press)) && kind !== 'file' && !(name in fill),
    )
    .map(({ name, value }) => [name, value])
  for (const [name, value] of Object.entries(fill)) for (const one of [value].flat()) sent.push([name, String(one)])
  return sent
}
