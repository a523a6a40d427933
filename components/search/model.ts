import type { SearchState } from '@/lib/search/model'

/** Texts of the dialog, picked on the server. */
export type SearchWords = {
  open: string
  title: string
  label: string
  help: string
  all: string
  close: string
  failed: string
}

/** An answer as it is shown and read out. */
export type ShownHit = { title: string; place: string | null; href: string }
export type ShownGroup = { kind: string; label: string; more: string | null; hits: readonly ShownHit[] }
export type ShownAnswer = { state: SearchState; told: string; advice: string | null; groups: readonly ShownGroup[] }
