import type { Act } from '../step/caseCommand.ts';
import { faults } from '../faults.ts';
import { checkText, checkVariables } from './commandRequest.ts';

/** Checks what a command says, so that nothing reaches the database that it can't hold. @throws handle.badCommand */
export function checkAct(act: Act): void {
  if ('form' in act) checkVariables(act.form);
  if ('variables' in act) checkVariables(act.variables);
  if ('organisation' in act) checkText(act.organisation, 120, { zh: '单位', en: 'The organisation' });
  if ('element' in act) checkText(act.element, 80, { zh: '环节', en: 'The element' });
  if ('message' in act) checkText(act.message, 80, { zh: '消息名', en: 'The message' });
  if ('signal' in act) checkText(act.signal, 80, { zh: '信号名', en: 'The signal' });
  if ('account' in act) checkAccount(act.account);
  if (act.do === 'addEvidence') {
    const { evidence } = act;
    checkText(evidence.name, 200, { zh: '文件名', en: 'The file name' });
    checkText(evidence.hash, 200, { zh: '文件哈希', en: 'The hash' });
    checkText(evidence.type, 100, { zh: '文件类型', en: 'The type' });
    if (!Number.isSafeInteger(evidence.size) || evidence.size < 0)
      throw faults.badCommand({ reasonZh: '文件大小有误。', reason: 'The size is not right.' });
  }
  if (act.do === 'assign' && act.organisation === undefined && act.account === undefined)
    throw faults.badCommand({ reasonZh: '改派须指明单位或人员。', reason: 'Name an organisation or an account.' });
}

function checkAccount(account: string | undefined): void {
  if (account !== undefined && !/^account:\d{6}$/.test(account))
    throw faults.badCommand({
      reasonZh: '账号应形如 account:100012。',
      reason: 'The account is not like account:100012.',
    });
}
