import * as z from 'zod'
import { define } from '#kernel/identity/contract.ts'
import { AddInput, CategoryCode, Dictionary, MoveInput, RenameInput } from './contract.ts'

/** Whoever keeps the rules of the house, and the office that sorts suggestions by them every day. */
const editors = ['system_admin', 'deputies_affairs'] as const
const params = z.object({ code: CategoryCode })
const ok = Dictionary

/** The dictionary of categories; every change answers it as it stands afterwards. `version` goes into `If-Match`. */
export const categoriesApi = define({
  listCategories: {
    method: 'GET',
    path: '/categories',
    summary: '建议类别：大类和小类，停用的也在内',
    audience: ['signed_in'],
    ok,
  },
  listPublicCategories: {
    method: 'GET',
    path: '/public/categories',
    summary: '公开的建议类别：代码和中英文名称',
    audience: ['public'],
    ok,
  },
  addCategory: {
    method: 'POST',
    path: '/categories',
    summary: '新增大类或小类',
    audience: editors,
    body: AddInput,
    ok,
    status: 201,
  },
  renameCategory: {
    method: 'PUT',
    path: '/categories/{code}',
    summary: '类别改名，代码不变',
    audience: editors,
    params,
    body: RenameInput,
    ok,
  },
  moveCategory: {
    method: 'POST',
    path: '/categories/{code}/move',
    summary: '类别上移或下移一位',
    audience: editors,
    params,
    body: MoveInput,
    ok,
  },
  retireCategory: {
    method: 'POST',
    path: '/categories/{code}/retire',
    summary: '停用类别：不再供选，已有的建议不变',
    audience: editors,
    params,
    ok,
  },
  restoreCategory: {
    method: 'POST',
    path: '/categories/{code}/restore',
    summary: '恢复使用已停用的类别',
    audience: editors,
    params,
    ok,
  },
})
