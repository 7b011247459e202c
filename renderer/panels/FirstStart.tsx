// The empty state: what this is, in two lines, and the ways to begin.

import './first-start.css';

interface FirstStartProps {
  /** Reports are kept, but none is open. */
  readonly hasReports: boolean;
  readonly storage: string;
  readonly onNew: () => void;
  readonly onOpenExample: () => void;
  readonly onOpenFile: () => void;
}

export function FirstStart({ hasReports, storage, onNew, onOpenExample, onOpenFile }: FirstStartProps) {
  return (
    <main className="first-start">
      <div>
        <h1>政务公开年报</h1>
        <p>在与官方格式一样的表里填写政府信息公开工作年度报告，边填边核对，每一格随填随存。</p>
        <p>填完直接导出 Word 和 Excel。不联网，数据只留在这台电脑上。</p>
        <div className="ways">
          <button type="button" className="primary" onClick={onNew} autoFocus>
            {hasReports ? '新建一份年报' : '新建年报'}
          </button>
          <button type="button" className="outlined" onClick={onOpenExample}>
            打开示例
          </button>
          <button type="button" className="outlined" onClick={onOpenFile}>
            打开报告文件
          </button>
        </div>
        <small>{storage}</small>
      </div>
    </main>
  );
}
