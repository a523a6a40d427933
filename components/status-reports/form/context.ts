'use client'

import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Autosave, FieldState, SaveState } from '@/components/status-reports/form/autosave'
import type { FormWords } from '@/components/status-reports/form/words'

export type FormTools = {
  autosave: Autosave
  words: FormWords
  /** Message of the last attempt at this field, unless it has been changed since */
  errorAt: (path: string) => string | undefined
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

/** How many of these fields (all, when none are named) wait for confirmation. */
export function useUnconfirmed(paths?: readonly string[]): number {
  const { autosave } = useFormTools()
  const read = () => autosave.unconfirmed(paths)
  return useSyncExternalStore(autosave.subscribe, read, read)
}
