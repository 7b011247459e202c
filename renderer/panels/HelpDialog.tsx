// 使用说明: what a clerk needs to know, on one page.

import { useRef } from 'react';
import { useModalDialog } from './use-modal-dialog';
import './dialog.css';

interface HelpDialogProps {
  /** Where the data are kept, as a sentence. */
  readonly storage: string;
  readonly version: string;
  readonly onClose: () => void;
}

const KEYS: readonly (readonly [keys: readonly string[], meaning: string])[] = [
  [['数字', '回车'], '填一格，回车到下一格；小键盘同样可用'],
  [['Tab', 'Shift+Tab'], '向右、向左'],
  [['方向键'], '上下左右移动'],
  [['F2'], '在原有数字上修改；双击也可以'],
  [['Esc'], '放弃正在输入的内容'],
  [['Delete'], '清空'],
  [['/'], '不适用'],
  [['Ctrl+Z', 'Ctrl+Y'], '撤销、重做'],
  [['F1'], '本行本列怎么填'],
  [['F6'], '在表格、校验、命令和左栏之间移动'],
];

export function HelpDialog({ storage, version, onClose }: HelpDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useModalDialog(dialog);
  return (
    <dialog ref={dialog} className="dialog wide" aria-labelledby="help-title" onCancel={onClose}>
      <h2 id="help-title">使用说明</h2>
      <p>左边选年度和部分，中间填写，右边随填随查。白格填数，灰格自动计算，不用按“检查”，也不用按“保存”。</p>
      <p>
        空着是还没填，0
        是没有发生，“/”是不适用，三者不同。红色是错误，要改；黄色要核实，数字无误就写一句说明。
        点右边的任一条，就跳到要改的格子。
      </p>
      <table className="keys">
        <tbody>
          {KEYS.map(([keys, meaning]) => (
            <tr key={meaning}>
              <th scope="row">
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </th>
              <td>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="remark">{storage}</p>
      <p className="remark">政务公开年报 {version}</p>
      <div className="buttons">
        <button type="button" className="primary" autoFocus onClick={onClose}>
          知道了
        </button>
      </div>
    </dialog>
  );
}
