//! The process that is killed, and what it said before.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use crate::Work;
use crate::damage::now;
use crate::work::{DONE, READY};

/// A process at work.
pub(crate) struct Victim {
    child: Child,
    input: ChildStdin,
    lines: Receiver<String>,
    last: Option<u64>,
}

/// A vault opens within this, or something hangs.
const PATIENCE: Duration = Duration::from_mins(1);

impl Victim {
    /// Starts the work; what is secret goes through standard input only.
    pub(crate) fn start(torture: &Path, work: Work, vault: &Path, input: [&str; 2]) -> Self {
        let mut command = Command::new(torture);
        command.args(["work", work.name()]).arg(vault);
        Self::begin(command, input)
    }

    /// Starts a command that was prepared by the caller.
    pub(crate) fn begin(mut command: Command, input: [&str; 2]) -> Self {
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let (mut writer, reader) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        // A process that stopped already takes no input; that shows soon enough.
        writeln!(writer, "{}\n{}", input[0], input[1]).ok();
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            let all = BufReader::new(reader).lines().map_while(Result::ok);
            all.for_each(|line| drop(sender.send(line)));
        });
        Self {
            child,
            input: writer,
            lines,
            last: None,
        }
    }

    pub(crate) fn wait_until_ready(&mut self) -> Result<(), String> {
        match self.lines.recv_timeout(PATIENCE) {
            Ok(line) if line == READY => Ok(()),
            other => Err(format!("it never got ready: {other:?}")),
        }
    }

    /// Waits until a change is said to be done.
    pub(crate) fn wait_until_done(&mut self) -> Result<(), String> {
        let line = self
            .lines
            .recv_timeout(PATIENCE)
            .map_err(|error| error.to_string())?;
        self.hear(&line);
        Ok(())
    }

    /// Lets it go on.
    pub(crate) fn go_on(&mut self) {
        writeln!(self.input).ok();
    }

    /// Hears what it says for a while.
    pub(crate) fn listen(&mut self, delay: Duration) -> Result<(), String> {
        let begun = now();
        loop {
            match self
                .lines
                .recv_timeout(delay.saturating_sub(begun.elapsed()))
            {
                Ok(line) => self.hear(&line),
                Err(RecvTimeoutError::Timeout) => return Ok(()),
                Err(RecvTimeoutError::Disconnected) => {
                    return Err("it stopped by itself".to_owned());
                }
            }
        }
    }

    /// Kills it without warning; gives the last change it said to be done.
    pub(crate) fn kill(mut self) -> Result<Option<u64>, String> {
        self.child
            .kill()
            .map_err(|error| format!("it cannot be killed: {error}"))?;
        self.child
            .wait()
            .map_err(|error| format!("it does not end: {error}"))?;
        while let Ok(line) = self.lines.recv() {
            self.hear(&line);
        }
        Ok(self.last)
    }

    /// Lets it end by itself.
    pub(crate) fn end(mut self) -> Result<(), String> {
        self.go_on();
        let ended = self.child.wait().map_err(|error| error.to_string())?;
        if ended.success() {
            Ok(())
        } else {
            Err("it ended with an error".to_owned())
        }
    }

    fn hear(&mut self, line: &str) {
        if let Some(number) = line.strip_prefix(DONE) {
            self.last = number.parse().ok();
        }
    }
}
