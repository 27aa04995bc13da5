/**
 * Every refusal that the system can give, with its HTTP status and what a person reads. `{name}` marks a variable: the
 * compiler asks for it wherever the error is raised. A refusal is an expected answer, never a fault.
 */
export const errorCatalogue = {
  // for every route
  'request.invalid': { status: 400, message: '请检查填写的内容' },
  'request.idempotency_key_missing': { status: 400, message: '请求缺少防重复标识，请更新后重试' },
  'request.idempotency_key_reused': { status: 409, message: '这次提交与之前的内容不一致，请刷新后重新提交' },
  'request.not_found': { status: 404, message: '没有找到，可能已被删除' },
  'request.too_many': { status: 429, message: '操作太频繁，请{seconds}秒后再试' },
  'request.too_large': { status: 413, message: '内容太大，请缩小后再试' },
  'request.stale': { status: 409, message: '内容刚刚有变化，请看最新情况后再操作' },
  'request.not_available': { status: 409, message: '当前状态下不能这样操作' },
  'auth.required': { status: 401, message: '请先登录' },
  'auth.forbidden': { status: 403, message: '您没有权限进行这项操作' },
  'server.busy': { status: 503, message: '现在办理的人太多，请稍后再试' },
  'server.unavailable': { status: 503, message: '服务暂时不可用，请稍后再试' },
  'server.fault': { status: 500, message: '系统出了问题，我们已经记录；请稍后再试或拨打12366' },
  // identity
  'auth.wechat_code_invalid': { status: 400, message: '微信登录已失效，请重新登录' },
  'auth.phone_code_wrong': { status: 400, message: '验证码不正确，请核对短信' },
  'auth.phone_code_expired': { status: 400, message: '验证码已过期，请重新获取' },
  'auth.phone_code_locked': { status: 429, message: '验证码错误次数过多，请{minutes}分钟后重新获取' },
  'auth.phone_code_too_soon': { status: 429, message: '验证码刚刚发送过，请{seconds}秒后再获取' },
  'auth.password_wrong': { status: 401, message: '账号或密码不正确' },
  'auth.account_locked': { status: 429, message: '密码错误次数过多，请{minutes}分钟后再试' },
  'auth.password_change_required': { status: 403, message: '请先修改初始密码，再进行其他操作' },
  'auth.password_weak': { status: 400, message: '新密码至少10位，并同时有字母和数字' },
  'identity.consent_required': { status: 403, message: '请先阅读并同意隐私条款' },
  'identity.consent_version_old': { status: 409, message: '隐私条款已更新，请阅读新版后同意' },
  'identity.phone_required': { status: 403, message: '请先验证手机号，以便办税服务厅联系您' },
  'identity.name_required': { status: 409, message: '请先填写您的姓名，以便核对登记信息' },
  'identity.phone_taken': { status: 409, message: '这个手机号已用于另一个账户，请用手机号登录' },
  'identity.own_phone': { status: 409, message: '这是您自己的手机号，不需要添加为代办' },
  'identity.binding_exists': { status: 409, message: '您已绑定这家企业' },
  'identity.binding_not_confirmed': {
    status: 409,
    message: '登记信息中没有找到您与这家企业的关系，请核对或到窗口办理',
  },
  'identity.taxpayer_not_yours': { status: 403, message: '您没有为这家纳税人办事的权限' },
  'identity.open_business': { status: 409, message: '您还有{count}项未办结的业务，办结或撤回后才能注销' },
  'identity.account_taken': { status: 409, message: '这个账号已存在' },
  'identity.own_access': { status: 409, message: '不能停用自己或取消自己的管理权限，请由另一位管理员操作' },
  'identity.role_not_grantable': { status: 403, message: '只有系统管理员可以授予管理权限' },
  // halls, matters, calendar
  'calendar.beyond': { status: 409, message: '工作日历只到{lastDay}，之后的日期还不能办理' },
  'calendar.import_invalid': { status: 400, message: '日历第{line}行有误：{problem}' },
  // appointments
  'appointment.slot_full': { status: 409, message: '这个时段刚刚约满，请另选时段' },
  'appointment.slot_closed': { status: 409, message: '这个时段已停止预约，请另选时段' },
  'appointment.slot_past': { status: 409, message: '这个时段已经开始或过去，请另选时段' },
  'appointment.matter_not_offered': { status: 409, message: '这个时段不办理所选事项，请另选时段' },
  'appointment.already_booked': { status: 409, message: '您在这个半天已有预约，请先取消原预约或另选时间' },
  'appointment.cancel_too_late': {
    status: 409,
    message: '离办理时间不足{minutes}分钟，已不能在线取消，请致电办税服务厅',
  },
  'appointment.slot_too_early': { status: 409, message: '这一天还没有开放预约或已超出可预约范围，请另选日期' },
  'appointment.matters_do_not_fit': {
    status: 409,
    message: '所选事项需要连续的时段，这里放不下，请另选时间或分开预约',
  },
  'appointment.hold_expired': { status: 409, message: '为您保留的号已超过保留时间，请重新选择' },
  'appointment.blocked': { status: 403, message: '按预约规则，您在{until}前暂时不能预约：{reason}' },
  'appointment.closed_hours': { status: 409, message: '现在不受理预约，受理时间为{hours}' },
  'appointment.reschedule_too_late': {
    status: 409,
    message: '离办理时间不足{minutes}分钟，已不能在线改约，请致电办税服务厅',
  },
  'waitlist.place_free': { status: 409, message: '这个时间还有余号，可以直接预约' },
  'waitlist.already_waiting': { status: 409, message: '您已在候补这个时间' },
  'policy.starts_in_the_past': { status: 409, message: '生效日期已过，请改为今天或以后' },
  'capacity.hours_invalid': { status: 400, message: '时间应写成08:30-12:00 13:30-17:00，按先后、不重叠' },
  'capacity.day_past': { status: 409, message: '这一天已经过去，不能再调整' },
  'disruption.time_invalid': { status: 400, message: '停办的结束时间应晚于开始时间和现在' },
  // queue
  'queue.appointment_not_today': { status: 409, message: '这个预约不是今天的，预约时间是{when}' },
  'queue.appointment_other_hall': { status: 409, message: '这个预约在{hall}办理' },
  'queue.already_checked_in': { status: 409, message: '这个预约已经签到，号票是{number}' },
  'queue.too_early': { status: 409, message: '还没到签到时间，{when}起可以签到' },
  'queue.too_late': { status: 409, message: '已超过签到时间，请按现场号排队' },
  'queue.code_unknown': { status: 404, message: '没有找到对应的预约，请核对预约号' },
  'queue.matter_not_served': { status: 409, message: '本厅没有窗口办理所选事项' },
  'queue.hall_closed': { status: 409, message: '现在不是本厅办公时间' },
  'queue.ticket_kept_by_other': { status: 409, message: '这张号票已在另一个账户里' },
  'queue.window_taken': { status: 409, message: '{name}正在这个窗口' },
  'queue.already_at_window': { status: 409, message: '您已在{label}开窗，请先关闭那个窗口' },
  'queue.window_not_open': { status: 409, message: '窗口还没有打开，不能叫号' },
  'queue.ticket_in_hand': { status: 409, message: '{number}号还没有办完' },
  'queue.not_your_window': { status: 403, message: '这个号在别的窗口手里' },
  // cases
  'case.appointment_not_ready': { status: 409, message: '这个预约不在可办理状态' },
  'case.documents_missing': { status: 409, message: '还缺材料：{names}' },
  'case.lookup_failed': { status: 404, message: '回执号与手机号后四位不相符，请核对' },
  'case.lookup_throttled': { status: 429, message: '查询次数过多，请{minutes}分钟后再试' },
  // notices
  'notice.audience_empty': { status: 409, message: '没有符合条件的接收人，请调整发布范围' },
  // help and voice
  'voice.too_large': { status: 413, message: '录音文件太大，请控制在{seconds}秒以内' },
  'voice.too_long': { status: 400, message: '录音太长，请控制在{seconds}秒以内' },
  'voice.too_short': { status: 400, message: '录音太短，没有听清，请再说一遍' },
  'voice.format': { status: 415, message: '不支持这种录音格式' },
  'voice.undecodable': { status: 400, message: '录音已损坏，请重新录制' },
  'voice.link_expired': { status: 403, message: '录音链接已过期，请返回后重新打开' },
  'help.content_missing': { status: 400, message: '请说一段话或写一句话' },
  'help.claimed_by_other': { status: 409, message: '这个问题正由{name}处理' },
  'help.answer_missing': { status: 400, message: '请写下答复内容' },
} as const satisfies Record<string, { status: number; message: string }>;

export type ErrorCode = keyof typeof errorCatalogue;

type VariablesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | VariablesIn<Rest>
  : never;
export type ErrorVariables<C extends ErrorCode> = VariablesIn<(typeof errorCatalogue)[C]['message']>;
type VariablesArgument<C extends ErrorCode> = [ErrorVariables<C>] extends [never]
  ? []
  : [variables: Record<ErrorVariables<C>, string | number>];

/** What goes over the wire when a request is refused. */
export interface ErrorBody {
  code: ErrorCode;
  message: string;
  fields?: { path: string; message: string }[];
  requestId: string;
}

/** An expected refusal; the server answers it with the catalogue's status, a client receives the same code again. */
export class AppError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'AppError';
  readonly status: number;
  fields?: { path: string; message: string }[];
  requestId?: string;
  /** Seconds after which a try may succeed; sent as Retry-After. */
  retryAfterSeconds?: number;

  constructor(
    readonly code: C,
    ...[variables]: VariablesArgument<C>
  ) {
    super(
      errorCatalogue[code].message.replace(/\{(\w+)\}/g, (_, name: string) =>
        String((variables as Record<string, string | number> | undefined)?.[name] ?? ''),
      ),
    );
    this.status = errorCatalogue[code].status;
    const seconds = (variables as { seconds?: number } | undefined)?.seconds;
    if (this.status === 429 && seconds !== undefined) this.retryAfterSeconds = Number(seconds);
  }

  /** The refusal that a server sent, as the client throws it again; unknown codes become `server.fault`. */
  static fromBody(body: unknown, status: number): AppError {
    const given = (typeof body === 'object' && body !== null ? body : {}) as Partial<ErrorBody>;
    const known = given.code !== undefined && Object.keys(errorCatalogue).includes(given.code);
    const error = new AppError(
      known ? (given.code as 'server.fault') : status === 503 ? 'server.unavailable' : 'server.fault',
    );
    if (given.message) error.message = given.message;
    if (given.fields) error.fields = given.fields;
    if (given.requestId) error.requestId = given.requestId;
    return error;
  }
}

/** Refusals that any route may give without listing them. */
export const commonErrors: readonly ErrorCode[] = [
  'request.invalid',
  'request.idempotency_key_missing',
  'request.idempotency_key_reused',
  'request.not_found',
  'request.too_many',
  'request.too_large',
  'auth.required',
  'auth.forbidden',
  'auth.password_change_required',
  'server.busy',
  'server.unavailable',
  'server.fault',
];
