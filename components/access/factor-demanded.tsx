import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { securityAddress, signInAgainAddress } from '@/lib/access/addresses'
import type { Awaited } from '@/lib/access/model'
import type { Words } from '@/lib/platform/words'

/** Why no other page opens, and what has to be done: told where everything else leads while a second factor is missing. */
export function FactorDemanded({ t, awaits }: { t: Words; awaits: Awaited }) {
  const own = (name: string) => t(`security.demanded.${name}`)
  return (
    <Notice kind="warning" word={own(awaits)}>
      <p>{own(`${awaits}Text`)}</p>
      {awaits === 'code' && (
        <p>
          <ButtonLink kind="primary" href={signInAgainAddress(securityAddress)}>
            {own('link')}
          </ButtonLink>
        </p>
      )}
    </Notice>
  )
}
