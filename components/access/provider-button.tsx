import { ButtonLink } from '@/components/ui/button'

/** Leads to the provider. A link: nothing is sent, and it works without scripts. */
export function ProviderButton({ label, href }: { label: string; href: string }) {
  return (
    <p>
      <ButtonLink href={href} rel="nofollow">
        {label}
      </ButtonLink>
    </p>
  )
}
