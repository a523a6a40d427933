'use client'

import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react'
import type { Autosave, SaveState } from '@/components/status-reports/form/autosave'
import type { FieldState } from '@/components/status-reports/form/field-states'
import type { Safeguards } from '@/components/status-reports/form/use-safeguards'
import type { FormWords } from '@/components/status-reports/form/words'

export type FormTools = {
  autosave: Autosave
  words: FormWords
  safeguards: Safeguards
  /** Message of the last attempt at this field, unless it has been changed since */
  errorAt: (path: string) => string | undefined
  /** What stands beside a section or field, by its path: comments on it */
  beside: Readonly<Record<string, ReactNode>>
  /** A field as it is spoken of away from its place */
  nameOf: (path: string) => string
  /** Where to sign in to come back to this form */
  signInAddress: string
}

const Tools = createContext<FormTools | null>(null)
export const FormToolsProvider = Tools.Provider

export function useFormTools(): FormTools {
  const tools = useContext(Tools)
  if (!tools) throw new Error('a field of the report form stands outside the form')
  return tools
}

/** One field as it stands in the browser. */
export function useField(path: string): FieldState {
  const { autosave } = useFormTools()
  const read = () => autosave.field(path)
  return useSyncExternalStore(autosave.subscribe, read, read)
}

export function useSaveState(): SaveState {
  const { autosave } = useFormTools()
  return useSyncExternalStore(autosave.subscribe, autosave.state, autosave.state)
}

export function useSignedOut(): boolean {
  const { autosave } = useFormTools()
  return useSyncExternalStore(autosave.subscribe, autosave.signedOut, autosave.signedOut)
}

/** How many of these fields (all, when none are named) wait for confirmation. */
export function useUnconfirmed(paths?: readonly string[]): number {
  const { autosave } = useFormTools()
  const read = () => autosave.unconfirmed(paths)
  return useSyncExternalStore(autosave.subscribe, read, read)
}
