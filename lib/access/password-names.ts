import 'server-only'
import type { Tx } from '@/lib/platform/db'

/** What a person’s password must not be made of: their own name and address, their county and its projects. */
export async function namesAround(tx: Tx, userId: string): Promise<string[]> {
  const { email, name, organisation } = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      email: true,
      name: true,
      organisation: { select: { name: true, projects: { select: { key: true, name: true } } } },
    },
  })
  return [email, name, organisation.name, ...organisation.projects.flatMap((one) => [one.key, one.name])]
}
