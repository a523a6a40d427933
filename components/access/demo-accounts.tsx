'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { type FormState, untouched } from '@/lib/access/form-state'

type Account = { email: string; password: string; label: string; organisation: string }
type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>
  accounts: readonly Account[]
  next: string
  labels: { title: string; help: string; places: Record<string, string> }
}

/** One button for each role of the demonstration; only drawn in demo mode. */
export function DemoAccounts({ action, accounts, next, labels }: Props) {
  const [, submit, pending] = useActionState(action, untouched)
  const places = [...new Set(accounts.map((account) => account.organisation))]
  return (
    <section aria-labelledby="demo" className="grid gap-4">
      <h2 id="demo">{labels.title}</h2>
      <p>{labels.help}</p>
      {places.map((place) => (
        <div key={place} className="grid gap-2">
          <h3>{labels.places[place] ?? place}</h3>
          <ul className="flex flex-wrap gap-2">
            {accounts
              .filter((account) => account.organisation === place)
              .map((account) => (
                <li key={account.email}>
                  <form action={submit}>
                    <input type="hidden" name="email" value={account.email} />
                    <input type="hidden" name="password" value={account.password} />
                    <input type="hidden" name="next" value={next} />
                    <Button kind="secondary" small disabled={pending}>
                      {account.label}
                    </Button>
                  </form>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
