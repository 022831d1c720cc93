import * as z from 'zod'

const flag = z.enum(['0', '1']).transform((it) => it === '1')

/** Every setting of the environment, with its default; the operations guide is generated from the descriptions. */
export const Config = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000).describe('监听端口 The port to listen on'),
  HOST: z.string().default('127.0.0.1').describe('监听地址 The address to listen on'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe(
      'minyi_app 账号的 PostgreSQL 地址；不填则启动自带的数据库 Login minyi_app; without it the embedded database is started',
    ),
  MINYI_MIGRATOR_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('minyi_migrator 账号的地址，升级时使用 Login minyi_migrator, for migrations'),
  MINYI_DATA_DIR: z.string().default('./var').describe('自带数据库、文件与密钥的目录 Embedded database, files, keys'),
  MINYI_ROLES: z
    .string()
    .default('web,worker')
    .transform((it) => it.split(','))
    .pipe(z.array(z.enum(['web', 'worker'])).min(1))
    .describe('本进程承担的工作 What this process does'),
  MINYI_DEMO: flag.optional().describe('1 装入演示数据并在登录页列出演示账号；数据库为空且自带时默认 1 Demo world and accounts'),
  MINYI_DEFAULT_CONGRESS: z.string().optional().describe('未登记域名对应的人大（slug） Congress of unregistered host names'),
  MINYI_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(10).describe('数据库连接数 Database connections'),
  MINYI_SECRET_KEY: z
    .string()
    .min(32)
    .optional()
    .describe('加密手机号等的主密钥；不填则在数据目录生成 Master key; generated in the data directory by default'),
  MINYI_TRUST_PROXY: z.string().optional().describe('可信反向代理的地址 Addresses of trusted proxies'),
  MINYI_PUBLIC_URL: z
    .url()
    .optional()
    .describe('对外网址，用于邮件与文书中的链接 Public address, for links in mail and documents'),
  MINYI_SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe('发信服务器 Mail server'),
  MINYI_MAIL_FROM: z.string().optional().describe('发信人 Sender of mail'),
  MINYI_WEBHOOK_HOSTS: z
    .string()
    .default('')
    .transform((it) => it.split(',').filter((host) => host !== ''))
    .describe('对外推送可到达的内部主机，逗号分隔；公共网络的 https 地址不用列出 Internal hosts that webhooks may call'),
  MINYI_S3_URL: z.url().optional().describe('S3 兼容存储的地址（含桶名）；不填则存本地目录 Object storage; a folder by default'),
  MINYI_S3_KEY_ID: z.string().optional().describe('S3 访问键'),
  MINYI_S3_SECRET: z.string().optional().describe('S3 密钥'),
  MINYI_CLAMD: z
    .string()
    .regex(/^[\w.-]+:\d{1,5}$/, '写成 主机:端口，例如 127.0.0.1:3310')
    .transform((it) => ({ host: it.split(':')[0]!, port: Number(it.split(':')[1]) }))
    .optional()
    .describe('病毒扫描服务 clamd 的 主机:端口；不填则不扫描 Virus scanner; without it nothing is scanned'),
  MINYI_BACKUP_DIR: z
    .string()
    .optional()
    .describe('备份目录，默认是数据目录下的 backups；最好在另一块磁盘上 Folder of the backups'),
  MINYI_BACKUP_KEEP: z.coerce.number().int().min(1).default(14).describe('保留几份备份 How many backups are kept'),
  MINYI_BACKUP_PASSPHRASE: z
    .string()
    .min(12)
    .optional()
    .describe('备份口令；设置后备份用 AES-256-GCM 加密 Passphrase; backups are encrypted where it is set'),
  MINYI_OIDC_ISSUER: z.url().optional().describe('统一身份认证的地址 OpenID Connect issuer'),
  MINYI_OIDC_CLIENT_ID: z.string().optional().describe('统一身份认证的客户端标识 OpenID Connect client'),
  MINYI_OIDC_CLIENT_SECRET: z.string().optional().describe('统一身份认证的客户端密钥 OpenID Connect client secret'),
  MINYI_LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('warn')
    .describe('日志级别；info 记下每个请求 Log level; info notes every request'),
})
export type Config = z.infer<typeof Config>

/** Reads the environment. An unknown `MINYI_*` name is an error: a misspelt setting must not be silently ignored. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const unknown = Object.keys(env).filter((name) => name.startsWith('MINYI_') && !(name in Config.shape))
  if (unknown.length > 0) throw new Error(`不认识的配置项 Unknown setting: ${unknown.join(', ')}（见 docs/operations.md）`)
  const given = Object.fromEntries(Object.entries(env).filter(([name, value]) => name in Config.shape && value !== ''))
  const parsed = Config.safeParse(given)
  if (parsed.success) return parsed.data
  throw new Error(parsed.error.issues.map((it) => `配置项 ${it.path.join('.')}：${it.message}`).join('\n'))
}
