import { describe, expect, it } from 'vitest'
import { inAnyOrder } from '../support/any-order'

const list =
  'SELECT "t0"."id", "list"."rows" FROM "public"."Part" AS "t0" LEFT JOIN LATERAL (SELECT JSONB_AGG("d") AS "rows" FROM (SELECT "t3"."d" FROM (SELECT "t2"."d", "t2"."sort" FROM (SELECT "t1".* FROM "public"."Row" AS "t1" WHERE "t0"."id" = "t1"."partId" /* root select */) AS "t2" /* inner select */) AS "t3" ORDER BY "t3"."sort" ASC /* middle select */) AS "t4" /* outer select */) AS "list" ON true WHERE ("t0"."projectId" = $1) LIMIT $2 OFFSET $3'

describe('a statement with its rows in any order', () => {
  it('keeps the order it asks for, in the list inside it, too, and shuffles what is left', () => {
    const text = inAnyOrder(list)
    expect(text).toContain('ORDER BY "t3"."sort" ASC, random() /* middle select */')
    expect(text).toMatch(/WHERE \("t0"\."projectId" = \$1\) ORDER BY random\(\) LIMIT \$2 OFFSET \$3$/)
    expect(text.match(/random/g)).toHaveLength(2)
  })

  it('or forgets it, which is what must be noticed', () => {
    expect(inAnyOrder(list, true)).toContain('AS "t3" ORDER BY random() /* middle select */')
  })

  it('is not touched when it is no list of Prisma’s', () => {
    for (const text of [
      'SELECT 1',
      'SELECT DISTINCT "t0"."key" FROM "public"."Part" AS "t0"',
      'UPDATE "public"."Part" SET "sort" = 1',
    ]) {
      expect(inAnyOrder(text)).toBe(text)
    }
  })
})
