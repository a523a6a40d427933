import { ChainResult } from '@/components/audit-log/chain-result'
import { Button, ButtonLink } from '@/components/ui/button'
import { DefinitionList } from '@/components/ui/definition-list'
import { Section } from '@/components/ui/section'
import { TextInput } from '@/components/ui/text-input'
import { auditAddress, auditFileAddress } from '@/lib/audit-log/addresses'
import { type ChainCheck, type ChainHead, headText } from '@/lib/audit-log/chain/model'
import type { Words } from '@/lib/platform/words'
import { formatNumber } from '@/lib/values/format'

type Props = {
  t: Words
  head: ChainHead
  /** What a check has just found; null when none was asked for */
  check: { ok: true; value: ChainCheck } | { ok: false } | null
  /** A head that was kept, as it was typed */
  kept: { text: string; isWrong: boolean }
}

/** How the chain of the log stands, the check of the whole of it, and the log as a file. */
export function ChainState({ t, head, check, kept }: Props) {
  const own = (name: string) => t(`auditLog.chain.${name}`)
  return (
    <Section id="chain" title={own('title')} intro={own('intro')}>
      {check && <ChainResult t={t} check={check} />}
      <DefinitionList items={[{ term: own('rows'), value: formatNumber(head.position, t.locale) }]} />
      <TextInput
        id="head"
        name="head"
        label={own('head')}
        help={own('headHelp')}
        width="full"
        readOnly
        defaultValue={headText(head)}
      />
      <form method="get" action={`${auditAddress}#chain`}>
        <input type="hidden" name="check" value="1" />
        <TextInput
          id="kept"
          name="kept"
          label={own('kept')}
          help={own('keptHelp')}
          width="full"
          defaultValue={kept.text}
          error={kept.isWrong ? own('wrongHead') : undefined}
        />
        <div className="actions">
          <Button kind="secondary">{own('check')}</Button>
          <ButtonLink href={auditFileAddress}>{own('export')}</ButtonLink>
        </div>
      </form>
      <p className="mt-3 text-small text-muted">{own('exportHelp')}</p>
    </Section>
  )
}
