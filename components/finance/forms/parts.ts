import type { Option, OptionGroup } from '@/components/ui/select'

type Named = { name: string; label: string; help?: string; optional?: string }

/** A part of the form of a record; the server says what there is, in words. */
export type FormPart =
  | (Named & { kind: 'text'; width?: 'number' | 'short' | 'normal' | 'full'; unit?: string })
  | (Named & { kind: 'area'; rows?: number })
  | (Named & { kind: 'select'; options: readonly (Option | OptionGroup)[]; empty?: string })
  | (Named & { kind: 'check' })
  /** Fields that belong together; `row`: beside each other where there is room */
  | { kind: 'group'; key: string; title?: string; help?: string; row?: boolean; parts: readonly FormPart[] }

export type FieldPart = Exclude<FormPart, { kind: 'group' }>

export type FormWords = {
  send: string
  summary: string
  /** Over what somebody else stored meanwhile */
  stored: string
  reasons: Record<string, string>
  errors: Record<string, string>
}

/** The fields of a form, those of its groups too. */
export function partsIn(parts: readonly FormPart[]): FieldPart[] {
  return parts.flatMap((part) => (part.kind === 'group' ? partsIn(part.parts) : [part]))
}
