'use client'

import { createContext, type ReactNode, useContext, useId } from 'react'

const Seed = createContext('')

/** Gives every form of an answer its own keys; `seed` differs with each answer of the server. */
export function OnceSeed({ seed, children }: { seed: string; children: ReactNode }) {
  return <Seed.Provider value={seed}>{children}</Seed.Provider>
}

/**
 * The key of one sending of a form: sent again with the same content it does nothing more. `attempt` is the form's counter of
 * answers, so that after an answer the same text may be sent anew.
 */
export function Once({ attempt }: { attempt: number }) {
  const seed = useContext(Seed)
  const form = useId()
  return <input type="hidden" name="once" value={`${seed}${form}${attempt}`} />
}
