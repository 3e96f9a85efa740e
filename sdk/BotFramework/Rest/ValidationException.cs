namespace Microsoft.Rest;

/// <summary>An argument breaks a rule of the service, found before anything is sent.</summary>
public class ValidationException : RestException
{
    public ValidationException()
    {
    }

    public ValidationException(string message)
        : base(message)
    {
    }

    public ValidationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ValidationException(string rule, string target)
        : this(rule, target, null)
    {
    }

    public ValidationException(string rule, string target, object details)
        : base(details == null ? $"'{target}' {rule}." : $"'{target}' {rule} '{details}'.")
    {
        Rule = rule;
        Target = target;
        Details = details;
    }

    public string Rule { get; set; }

    public string Target { get; set; }

    public object Details { get; set; }
}
