//! What a program asks of the network, seen from outside: its calls in the log of `strace`, and a place without any
//! network to run it in. What cannot be read counts as reaching out, so that nothing is missed.

use std::fs;
use std::io::Write as _;
use std::net::IpAddr;
use std::path::Path;
use std::process::{Command, Stdio};

/// What is followed: all calls of the network, the one that would let a program make them unseen, and which
/// programs were started at all.
const FOLLOWED: &str = "trace=%network,io_uring_setup,execve";

/// Families that end on this computer.
const LOCAL: [&str; 4] = ["AF_UNIX", "AF_LOCAL", "AF_NETLINK", "AF_UNSPEC"];

/// Whoever answers at these places asks the network for a name.
const RESOLVERS: [&str; 2] = ["io.systemd.Resolve", "avahi-daemon"];

/// How connections are counted (rulings 15).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Not even a socket that could reach another computer.
    Strictly,
    /// Whatever leaves this computer; the driver of a window talks to it over the loopback.
    BeyondThisComputer,
}

/// How far one call reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// Another process here.
    Here,
    /// Another process here, by way of the network, or a socket that could go further.
    Loopback,
    /// Another computer, or nobody can tell.
    Outside,
}

/// The lines of a log that are a connection, in the way of counting asked for.
pub fn connections(log: &str, counted: Counted) -> Vec<&str> {
    let counts = |line: &&str| match (reach(line), counted) {
        (Reach::Outside, _) | (Reach::Loopback, Counted::Strictly) => true,
        (Reach::Loopback, Counted::BeyondThisComputer) | (Reach::Here, _) => false,
    };
    log.lines().filter(counts).collect()
}

/// Whether a program was among those followed.
pub fn was_followed(log: &str, program: &Path) -> bool {
    let begun = format!("execve(\"{}\"", program.display());
    log.lines().any(|line| line.contains(&begun))
}

fn reach(line: &str) -> Reach {
    let line = line.trim_start_matches("[pid ");
    let line =
        line.trim_start_matches(|one: char| one.is_ascii_digit() || one == ']' || one == ' ');
    // The second half of a call that was interrupted shows what was not known before.
    let (name, rest, is_whole) = match line.strip_prefix("<... ") {
        Some(second) => match second.split_once(" resumed>") {
            Some((name, rest)) => (name, rest, false),
            None => return Reach::Here,
        },
        None => match line.split_once('(') {
            Some((name, rest)) => (name, rest, true),
            None => return Reach::Here,
        },
    };
    match name {
        "socket" | "socketpair" if is_whole => of_family(rest),
        "connect" | "bind" | "sendto" | "sendmsg" | "sendmmsg" => of_addresses(rest),
        "io_uring_setup" => Reach::Outside,
        _ => Reach::Here,
    }
}

fn of_family(arguments: &str) -> Reach {
    match arguments.split([',', ')']).next().unwrap_or_default() {
        "AF_INET" | "AF_INET6" => Reach::Loopback,
        family if LOCAL.contains(&family) => Reach::Here,
        _ => Reach::Outside,
    }
}

/// The furthest of all addresses of a call; one that stands there as a bare number could not be read.
fn of_addresses(arguments: &str) -> Reach {
    if arguments.contains(", 0x") || arguments.contains("msg_name=0x") {
        return Reach::Outside;
    }
    let mut furthest = Reach::Here;
    for address in arguments.split("sa_family=").skip(1) {
        let reach = of_address(address);
        if reach == Reach::Outside {
            return reach;
        }
        if reach == Reach::Loopback {
            furthest = reach;
        }
    }
    furthest
}

fn of_address(address: &str) -> Reach {
    let family = address.split([',', '}']).next().unwrap_or_default();
    if LOCAL.contains(&family) {
        let asks_for_names = RESOLVERS.iter().any(|name| address.contains(name));
        return if asks_for_names {
            Reach::Outside
        } else {
            Reach::Here
        };
    }
    let quoted = ["inet_addr(\"", "inet_pton(AF_INET6, \""]
        .iter()
        .find_map(|before| address.split_once(before));
    let number = quoted.and_then(|(_, rest)| rest.split('"').next()?.parse::<IpAddr>().ok());
    match number {
        Some(number) if number.to_canonical().is_loopback() => Reach::Loopback,
        Some(_) | None => Reach::Outside,
    }
}

/// `strace`, following a program that the caller adds, and everything it starts. Ends as the program ends.
///
/// # Panics
/// When programs cannot be followed here: then nothing was checked, and nobody may think otherwise.
pub fn followed(log: &Path) -> Command {
    let tried = strace(log).arg("true").stdin(Stdio::null()).output();
    let said = match tried {
        Ok(tried) if tried.status.success() && ended_well(log) => return strace(log),
        Ok(tried) => String::from_utf8_lossy(&tried.stderr).into_owned(),
        Err(error) => error.to_string(),
    };
    panic!(
        "NOT CHECKED whether anything connects: strace cannot follow programs here ({}). Install it, allow \
         tracing (in containers: the capability SYS_PTRACE), or run this on another machine.",
        said.trim()
    );
}

fn strace(log: &Path) -> Command {
    let mut command = if !may_trace_hardened() && may_be_own_root() {
        let mut command = Command::new("unshare");
        command.args(["--map-root-user", "strace"]);
        command
    } else {
        Command::new("strace")
    };
    // No text of a message is written down: it may be anybody's.
    command.args(["-f", "--seccomp-bpf", "-s", "0", "-e", FOLLOWED, "-o"]);
    command.arg(log);
    command
}

/// Whether addresses of a process can be read that does not let its owner look into it, as the app does not:
/// that takes a capability, or being root of a place of one's own.
pub fn sees_hardened() -> bool {
    may_trace_hardened() || may_be_own_root()
}

/// `CAP_SYS_PTRACE`, the capability with the number 19.
fn may_trace_hardened() -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("CapEff:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok())
        .is_some_and(|mask| mask & (1 << 19) != 0)
}

fn may_be_own_root() -> bool {
    let tried = Command::new("unshare")
        .args(["--map-root-user", "true"])
        .output();
    tried.is_ok_and(|tried| tried.status.success())
}

/// Whether the log was written to the end of a program that ended well.
pub fn ended_well(log: &Path) -> bool {
    let log = fs::read_to_string(log).unwrap_or_default();
    let last = log.lines().last();
    last.is_some_and(|line| line.ends_with("+++ exited with 0 +++"))
}

/// Runs a program that the caller adds where there is no network but the loopback; nothing where this machine
/// does not let anybody make such a place.
pub fn offline() -> Option<Command> {
    let ways: [&[&str]; 2] = [&["--net"], &["--map-root-user", "--net"]];
    let place = |way: &[&str]| {
        let mut command = Command::new("unshare");
        let begin = "ip link set lo up && exec \"$@\"";
        command.args(way).args(["sh", "-c", begin, "sh"]);
        command
    };
    let works = |way: &&&[&str]| {
        let shown = place(way).args(["cat", "/proc/net/dev"]).output();
        shown.is_ok_and(|shown| shown.status.success() && has_only_loopback(&shown.stdout))
    };
    ways.iter().find(works).map(|way| place(way))
}

/// Two lines of headings, then one for each network.
fn has_only_loopback(shown: &[u8]) -> bool {
    let shown = String::from_utf8_lossy(shown);
    let mut networks = shown.lines().skip(2).map(str::trim_start);
    networks.next().is_some_and(|line| line.starts_with("lo:")) && networks.next().is_none()
}

/// Says past the test's own captured output that something could not be checked on this machine. `cargo xtask
/// test` repeats it beside its result.
pub fn not_checked(what: &str) {
    let line = format!("\nNot checked on this machine: {what}\n");
    std::io::stderr().write_all(line.as_bytes()).unwrap();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Reach) {
        assert_eq!(reach(line), expected, "{line}");
        let whole = format!("7 +++ exited with 0 +++\n{line}\n");
        let strictly = connections(&whole, Counted::Strictly);
        assert_eq!(!strictly.is_empty(), expected != Reach::Here, "{line}");
        let beyond = connections(&whole, Counted::BeyondThisComputer);
        assert_eq!(!beyond.is_empty(), expected == Reach::Outside, "{line}");
    }

    #[test]
    fn a_connection_to_another_computer_is_caught_whatever_it_is_made_with() {
        for line in [
            r#"7 connect(3, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("192.0.2.1")}, 16) = -1 EINPROGRESS (Operation now in progress)"#,
            r#"7 connect(3, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("10.0.0.1")}, 16 <unfinished ...>"#,
            r#"[pid  7] connect(4, {sa_family=AF_INET6, sin6_port=htons(80), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "2001:db8::1", &sin6_addr), sin6_scope_id=0}, 28) = -1 EHOSTUNREACH (No route to host)"#,
            r#"7 sendto(3, ""..., 1, 0, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("192.0.2.1")}, 16) = 1"#,
            r#"7 sendto(4, ""..., 1, 0, {sa_family=AF_INET6, sin6_port=htons(53), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "::ffff:192.0.2.1", &sin6_addr), sin6_scope_id=0}, 28) = 1"#,
            r#"7 sendmsg(4, {msg_name={sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("192.0.2.1")}, msg_namelen=16, msg_iov=[{iov_base=""..., iov_len=1}], msg_iovlen=1, msg_controllen=0, msg_flags=0}, 0) = 1"#,
            r#"7 <... sendmmsg resumed>[{msg_hdr={msg_name={sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("127.0.0.1")}, msg_namelen=16}, msg_len=3}, {msg_hdr={msg_name={sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("192.0.2.1")}, msg_namelen=16}, msg_len=3}], 2, 0) = 2"#,
            r#"7 bind(5, {sa_family=AF_INET, sin_port=htons(8080), sin_addr=inet_addr("0.0.0.0")}, 16) = 0"#,
            r#"7 connect(3, {sa_family=AF_UNIX, sun_path="/run/systemd/resolve/io.systemd.Resolve"}, 42) = 0"#,
            "7 connect(3, {sa_family=AF_VSOCK, svm_cid=VMADDR_CID_HOST, svm_port=1024, svm_flags=0}, 16) = 0",
            "7 socket(AF_PACKET, SOCK_RAW, htons(ETH_P_ALL)) = 3",
            "7 socket(0x2d /* AF_??? */, SOCK_DGRAM, 0) = 3",
        ] {
            check(line, Reach::Outside);
        }
    }

    #[test]
    fn what_cannot_be_read_counts_as_reaching_out() {
        for line in [
            "7 connect(3, 0x7ffd2b1c, 16) = 0",
            r#"7 sendto(3, ""..., 1, 0, 0x7ffd2b1c, 16) = 1"#,
            "7 sendmsg(3, {msg_name=0x7ffd2b1c, msg_namelen=16, msg_iov=[], msg_iovlen=0}, 0) = 1",
            "7 sendmsg(3, 0x7ffd2b1c, 0) = 1",
            "7 connect(3, {sa_family=AF_INET, sin_port=htons(80)}, 16) = 0",
            "7 io_uring_setup(8, {flags=0}) = 3",
        ] {
            check(line, Reach::Outside);
        }
    }

    #[test]
    fn the_loopback_and_a_socket_alone_count_only_strictly() {
        for line in [
            "7 socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_TCP) = 3",
            "7 socket(AF_INET6, SOCK_DGRAM, IPPROTO_IP <unfinished ...>",
            r#"7 connect(3, {sa_family=AF_INET, sin_port=htons(4444), sin_addr=inet_addr("127.0.0.1")}, 16) = 0"#,
            r#"7 connect(3, {sa_family=AF_INET6, sin6_port=htons(53), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "::1", &sin6_addr), sin6_scope_id=0}, 28) = 0"#,
            r#"7 sendto(3, ""..., 1, 0, {sa_family=AF_INET6, sin6_port=htons(53), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "::ffff:127.0.0.1", &sin6_addr), sin6_scope_id=0}, 28) = 1"#,
            r#"7 bind(3, {sa_family=AF_INET, sin_port=htons(0), sin_addr=inet_addr("127.0.0.1")}, 16) = 0"#,
        ] {
            check(line, Reach::Loopback);
        }
    }

    #[test]
    fn what_stays_between_processes_never_counts() {
        for line in [
            "7 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 3",
            "7 socketpair(AF_UNIX, SOCK_STREAM, 0, [3, 4]) = 0",
            "7 socket(AF_NETLINK, SOCK_RAW|SOCK_CLOEXEC, NETLINK_ROUTE) = 3",
            r#"7 connect(3, {sa_family=AF_UNIX, sun_path=@"/tmp/.X11-unix/X99"}, 20) = 0"#,
            r#"7 sendto(3, ""..., 33, MSG_NOSIGNAL, NULL, 0) = 33"#,
            "7 <... connect resumed>)              = 0",
            "7 <... socket resumed>)               = 3",
            r#"7 recvfrom(3, ""..., 2048, 0, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("192.0.2.1")}, [28 => 16]) = 33"#,
            "7 --- SIGCHLD {si_signo=SIGCHLD, si_code=CLD_EXITED} ---",
            "7 +++ exited with 0 +++",
        ] {
            check(line, Reach::Here);
        }
        let begins = r#"7 execve("/bin/app", [""...], 0x7ffd2b1c /* 20 vars */) = 0"#;
        check(begins, Reach::Here);
        assert!(was_followed(begins, Path::new("/bin/app")));
        assert!(!was_followed(begins, Path::new("/bin/ap")));
    }

    #[test]
    fn a_place_with_another_network_is_not_offline() {
        let heads = "Inter-|   Receive\n face |bytes\n";
        let only = |networks: &str| has_only_loopback(format!("{heads}{networks}").as_bytes());
        assert!(only("    lo:       0\n"));
        assert!(!only("    lo:       0\n  eth0:  1\n"));
        assert!(!only("  eth0:  1\n") && !only(""));
    }
}
