using Rowcroft.Bench;
using Rowcroft.Bench.Evidence;
using Rowcroft.Bench.Subjects;

// With "floor <port>", "echo <port>" or "bare <port> <folder>" this program is one of its own subjects; otherwise it is the driver.
return args switch
{
    ["floor", var port] => await FloorServer.RunAsync(port),
    ["echo", var port] => await EchoServer.RunAsync(port),
    ["bare", var port, var folder] => await BareServer.RunAsync(port, folder),
    ["evidence"] => await EvidenceDriver.RunAsync(),
    _ => await Driver.RunAsync(Plan.From(args)),
};
